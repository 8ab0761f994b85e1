const { readFileSync } = require('node:fs');

// The build leaves specs out; the tests must not, so the same compiler options are taken without that exclusion.
const { exclude: _exclude, $schema: _schema, ...swc } = JSON.parse(readFileSync(`${__dirname}/.swcrc`, 'utf8'));
swc.jsc.baseUrl = __dirname;

/** @type {import('jest').Config} */
module.exports = {
  rootDir: __dirname,
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  testEnvironment: 'node',
  transform: { '^.+\\.ts$': ['@swc/jest', { ...swc, swcrc: false }] },
  moduleNameMapper: { '^@milepost/(.*)$': '<rootDir>/libs/$1/index.ts' },
  // Runs with `npm run smoke`, which installs a second Node first.
  testPathIgnorePatterns: process.env.MILEPOST_SMOKE ? [] : ['\\.smoke\\.spec\\.ts$'],
  reporters: ['default', '<rootDir>/test/support/countsReporter.js'],
  maxWorkers: 2,
  testTimeout: 20_000,
};
