/** The tables of the data file as types, for the author of the SQL. Columns are as in the newest migration. */
import type { Generated, GeneratedAlways } from 'kysely';
import type { BodyKind } from '../../../shared/domain/body.ts';
import type { CountNumber } from '../../../shared/domain/second-count.ts';
import type { BallotKind, RewardType } from '../../../shared/rules/model.ts';
import type {
  AbsenceKind,
  Approval,
  CareerKind,
  CaseState,
  CouncilRole,
  DisciplineForm,
  Id,
  InitiativeScope,
  Mark,
  Outcome,
  PendingMatterKind,
  PersonStatus,
  PupilKind,
  Rating,
  RecognisedScope,
  Sex,
} from '../../../shared/terms.ts';

type Flag = 0 | 1;

/** What is kept of an award, whoever received it. */
export interface AwardColumns {
  school_year: string;
  title_id: string | null;
  name: string;
  decision_number: string;
  decision_date: string | null;
  issuer: string;
  reward_type: RewardType | null;
  themed: Flag | null;
  achievement: string;
  cancelled_by: string | null;
  cancelled_on: string | null;
}

export interface Tables {
  file_info: {
    id: 1;
    file_id: Id;
    kind: 'real' | 'sample' | 'training';
    created_at: string;
    signing_key: string;
    schema_digest: string;
  };
  school: {
    id: 1;
    name: string;
    superior: string;
    place: string;
    symbol: string;
    council_symbol: string;
    submitted_to: string;
    principal_name: string;
    principal_post: string;
    clerk_name: string;
    clerk_post: string;
  };
  season: {
    id: Id;
    school_year: string;
    movement_name: string;
    plan_number: string;
    plan_date: string | null;
    content: string;
    starts_on: string;
    ends_on: string;
    registration_deadline: string | null;
    locked_at: string | null;
    lock_reason: string | null;
    meeting_on: string | null;
  };
  regulation: { id: 1; name: string; number: string; date: string | null };
  regulation_setting: { setting: string; value: string; article: string; other_document: string };
  campaign: { id: Id; season_id: Id; name: string; starts_on: string; ends_on: string; content: string };
  announced_title: { season_id: Id; title_id: string };
  group: {
    id: Id;
    name: string;
    name_fold: string;
    is_school: Flag;
    established_on: string | null;
    receives_flags: Flag | null;
  };
  group_year: {
    group_id: Id;
    school_year: string;
    rating: Rating | null;
    state: 'proposed' | 'decided' | null;
    decided_on: string | null;
    decision_number: string;
    cluster_rank: number | null;
  };
  group_award: { id: Id; group_id: Id } & AwardColumns;
  group_matter: {
    id: Id;
    group_id: Id;
    kind: PendingMatterKind;
    from_date: string;
    to_date: string | null;
    note: string;
  };
  person: {
    id: Id;
    code: string | null;
    full_name: string;
    name_fold: string;
    birth_date: string | null;
    sex: Sex | null;
    position: string;
    duty: string;
    degree: string;
    joined_on: string | null;
    party_member: Flag;
    group_id: Id | null;
    group_from: string | null;
    status: PersonStatus;
    status_from: string;
  };
  former_group: { person_id: Id; group_id: Id; from_date: string; to_date: string };
  former_status: { person_id: Id; status: PersonStatus; from_date: string; to_date: string };
  counted_member: {
    season_id: Id;
    group_id: Id;
    person_id: Id;
    counted: Flag;
    reason: string;
    by_name: string;
    at: string;
  };
  year_rating: {
    person_id: Id;
    school_year: string;
    rating: Rating;
    state: 'proposed' | 'decided';
    decided_on: string | null;
  };
  award: { id: Id; person_id: Id } & AwardColumns;
  initiative: {
    id: Id;
    person_id: Id;
    school_year: string;
    name: string;
    share: number | null;
    scope: InitiativeScope;
    decision_number: string;
    effect_scope: RecognisedScope | 'NONE' | null;
    effect_number: string | null;
    effect_date: string | null;
  };
  initiative_use: { initiative_id: Id; title_id: string; school_year: string };
  research: {
    id: Id;
    person_id: Id;
    school_year: string;
    name: string;
    accepted: Flag;
    decision_number: string;
    scope: InitiativeScope | null;
  };
  discipline: {
    id: Id;
    person_id: Id;
    form: DisciplineForm;
    from_date: string;
    to_date: string | null;
    linked_to_duty: Flag | null;
    counted_in_year: string | null;
  };
  career: {
    id: Id;
    person_id: Id;
    kind: CareerKind;
    from_date: string | null;
    to_date: string | null;
    unit: string;
    comment_received: Flag;
  };
  absence: { id: Id; person_id: Id; kind: AbsenceKind; from_date: string | null; to_date: string | null };
  pending_matter: {
    id: Id;
    person_id: Id;
    kind: PendingMatterKind;
    from_date: string;
    to_date: string | null;
    note: string;
  };
  pupil: {
    id: Id;
    season_id: Id;
    kind: PupilKind;
    name: string;
    name_fold: string;
    class: string;
    code: string | null;
  };
  pupil_title: { title_id: string };
  criterion: { id: Id; season_id: Id; position: number; name: string; maximum: number };
  score_sheet: {
    season_id: Id;
    person_id: Id;
    /** JSON: hundredths of a point by criterion. */
    self_scores: string;
    group_scores: string;
    confirmed_at: string | null;
  };
  case_transition: { from_state: CaseState; to_state: CaseState };
  award_case: {
    id: Id;
    season_id: Id;
    person_id: Id | null;
    group_id: Id | null;
    pupil_id: Id | null;
    title_id: string;
    registered_on: string | null;
    late: Flag;
    state: CaseState;
    outcome: Outcome | null;
    outcome_reason: string;
    put_forward_at: string;
    achievement: string;
  };
  case_event: { id: Generated<number>; case_id: Id; at: string; state: CaseState; reason: string };
  judgement: {
    case_id: Id;
    rule_id: string;
    answer: 'pass' | 'fail';
    reason: string;
    by_name: string;
    at: string;
  };
  verdict: {
    case_id: Id;
    eligibility: 'yes' | 'no' | 'needs-person';
    rule_set_id: string;
    rule_set_version: string;
    checked_at: string;
    failed: GeneratedAlways<string | null>;
    summary: GeneratedAlways<string | null>;
    postponed: GeneratedAlways<Flag | null>;
    awaits_decision: GeneratedAlways<Flag | null>;
    facts: string;
    verdict: string;
  };
  overruling: { case_id: Id; eligibility: 'yes' | 'no'; reason: string; by_name: string; at: string };
  council: {
    id: Id;
    season_id: Id;
    kind: BodyKind;
    group_id: Id | null;
    decision_number: string;
    decision_date: string | null;
  };
  council_member: { id: Id; council_id: Id; person_id: Id };
  council_change: {
    id: Id;
    member_id: Id;
    on_date: string | null;
    role: CouncilRole | null;
    decision_number: string;
    decision_date: string | null;
    reason: string;
  };
  meeting: {
    id: Id;
    council_id: Id;
    date: string;
    from_time: string;
    to_time: string;
    place: string;
    discussion: string;
    other_opinions: string;
    state: 'preparing' | 'open' | 'closed';
    without_quorum_because: string | null;
    undealt_because: string | null;
    minutes: string | null;
    chair_title: string;
    secretary_title: string;
    remarks: string;
  };
  agenda: { meeting_id: Id; title_id: string; position: number };
  case_note: { meeting_id: Id; case_id: Id; discussion: string; dissent: string };
  case_decision: {
    case_id: Id;
    outcome: 'rejected' | 'postponed' | 'lowered';
    reason: string;
    lowered_to: string | null;
    made_case_id: Id | null;
  };
  council_relative: { member_id: Id; person_id: Id; relation: string };
  recusal: { case_id: Id; member_id: Id; reason: string };
  meeting_version: { id: Id; meeting_id: Id; at: string; reason: string; minutes: string };
  presence: {
    meeting_id: Id;
    member_id: Id;
    present: Flag;
    reason: string;
    arrived_at: string | null;
    left_at: string | null;
  };
  approval: { meeting_id: Id; about: Approval; agree: number; in_room: number };
  teller: { meeting_id: Id; member_id: Id; position: number };
  hands_vote: {
    meeting_id: Id;
    case_id: Id;
    agree: number;
    disagree: number | null;
    abstain: number | null;
    written: number;
    base: number;
    needed: number;
    may_vote: number;
    may_write: number;
  };
  initiative_vote: {
    meeting_id: Id;
    initiative_id: Id;
    agree: number;
    disagree: number | null;
    abstain: number | null;
    written: number;
    base: number;
    needed: number;
    may_vote: number;
    may_write: number;
    proposed_scope: RecognisedScope;
  };
  recognition: { meeting_id: Id; decision_number: string; decision_date: string };
  round: {
    id: Id;
    meeting_id: Id;
    title_id: string;
    number: number;
    state: 'preparing' | 'counting' | 'sealed' | 'reopened';
    mode: 'ballots' | 'totals';
    kind: BallotKind;
    choose_at_most: number | null;
    counts: 1 | 2;
    base: number;
    needed: number;
    printed: number | null;
    issued: number | null;
    spoiled: number | null;
    left_over: number | null;
    destroyed: number | null;
    returned: number | null;
    invalid_total: number | null;
    sealed_at: string | null;
    present: number | null;
  };
  round_teller: { round_id: Id; member_id: Id; position: number };
  round_attendee: { round_id: Id; member_id: Id };
  slate: { round_id: Id; position: number; case_id: Id };
  round_count: {
    round_id: Id;
    number: CountNumber;
    member_id: Id | null;
    aside: number;
    confirmed: Flag;
  };
  adjudication: { id: Id; round_id: Id; outcome: 'valid' | 'invalid'; reason: string };
  ballot: { id: Id; round_id: Id; count_number: CountNumber; invalid_reason: string | null };
  ballot_mark: { ballot_id: Id; position: number; mark: Mark };
  ballot_draft: { round_id: Id; count_number: CountNumber; ballots: string };
  round_total: {
    round_id: Id;
    case_id: Id;
    agree: number | null;
    disagree: number | null;
    blank: number | null;
  };
  written_opinion: { round_id: Id; member_id: Id; case_id: Id; mark: Mark };
  round_result: {
    round_id: Id;
    case_id: Id;
    agree_in_room: number;
    agree_written: number;
    agree: number;
    disagree: number;
    blank: number;
    base: number;
    needed: number;
    passed: Flag;
  };
  round_reopening: { id: Id; round_id: Id; at: string; reason: string; sealed_figures: string };
  tally_wording: {
    round_id: Id;
    remarks: string;
    head: string;
    member: string;
    secretary: string;
    counted_from: string | null;
    counted_to: string | null;
  };
  paper_number: { season_id: Id; paper_id: string; series: string; number: string; date: string | null };
  package: {
    id: Id;
    season_id: Id;
    at: string;
    path: string;
    files: number;
    bytes: number;
    check_code: string;
  };
  audit: {
    seq: number;
    at: string;
    role: string;
    name: string;
    method: string;
    facts: string;
    previous_hash: string;
    hash: string;
  };
}
