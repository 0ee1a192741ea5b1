// The specs of this project run on a real MariaDB (see app.ts and jest.config.cjs).
process.env.TEST_DATABASE = 'mariadb';
delete process.env.DATABASE_URL;
