/** The version of the app, as in package.json (compared by a test). */
export const appVersion = '0.1.0';
