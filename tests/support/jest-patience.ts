// Whole-system specs boot servers and browsers; no test asserts a wall-clock time.
jest.setTimeout(120_000);
