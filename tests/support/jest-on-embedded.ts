// The specs of this project run on the embedded database (see app.ts and jest.config.cjs).
process.env.TEST_DATABASE = 'embedded';
delete process.env.DATABASE_URL;
