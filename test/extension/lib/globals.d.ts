// What the bundler fills in.

/** The version of VS Code that the suite was started for. */
declare const expectedVersion: string;

/** The kind of extension host that the suite was started for. */
declare const expectedHost: 'node' | 'web';

/** Whether `test.only` and `suite.only` count as failures, because every test has to run. */
declare const onlyForbidden: boolean;
