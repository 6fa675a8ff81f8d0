/** Every method of the contract and the feature that serves it; total by type. */
import type { MethodName } from '../../shared/api.ts';
import type { Handlers } from './context.ts';
import { countedHandlers } from './features/appraisal/counted.ts';
import { appraisalHandlers } from './features/appraisal/handlers.ts';
import { ballotHandlers } from './features/ballot.ts';
import { bodyHandlers } from './features/body-list.ts';
import { collectiveHandlers } from './features/collective/handlers.ts';
import { councilHandlers } from './features/council.ts';
import { dataFileHandlers } from './features/data-file/handlers.ts';
import { dossierHandlers } from './features/dossier/handlers.ts';
import { evaluationHandlers } from './features/evaluation/handlers.ts';
import { groupHandlers } from './features/group.ts';
import { importHandlers } from './features/import/handlers.ts';
import { listHandlers } from './features/list.ts';
import { logHandlers } from './features/log.ts';
import { meetingHandlers } from './features/meeting.ts';
import { overviewHandlers } from './features/overview.ts';
import { personHandlers } from './features/person/handlers.ts';
import { standingHandlers } from './features/person/standing.ts';
import { pupilHandlers } from './features/pupil/handlers.ts';
import { regulationHandlers } from './features/regulation.ts';
import { projectionHandlers } from './features/projection.ts';
import { readinessHandlers } from './features/readiness.ts';
import { registrationHandlers } from './features/registration.ts';
import { closingHandlers } from './features/closing.ts';
import { rehearsalHandlers } from './features/rehearsal.ts';
import { seasonHandlers } from './features/season.ts';

export const handlers: Handlers<MethodName> = {
  ...dataFileHandlers,
  ...seasonHandlers,
  ...regulationHandlers,
  ...groupHandlers,
  ...collectiveHandlers,
  ...personHandlers,
  ...standingHandlers,
  ...pupilHandlers,
  ...importHandlers,
  ...registrationHandlers,
  ...evaluationHandlers,
  ...appraisalHandlers,
  ...countedHandlers,
  ...bodyHandlers,
  ...councilHandlers,
  ...meetingHandlers,
  ...closingHandlers,
  ...ballotHandlers,
  ...dossierHandlers,
  ...overviewHandlers,
  ...listHandlers,
  ...rehearsalHandlers,
  ...projectionHandlers,
  ...readinessHandlers,
  ...logHandlers,
};
