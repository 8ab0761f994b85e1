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
  transform: { '^.+\\.ts$|/linkedom/worker\\.js$': ['@swc/jest', { ...swc, swcrc: false }] },
  transformIgnorePatterns: ['/node_modules/(?!linkedom/worker\\.js$)'],
  moduleNameMapper: {
    '^@milepost/(.*)$': '<rootDir>/libs/$1/index.ts',
    // Node loads these ES modules by `require`; Jest cannot, and takes the same libraries as they are bundled for browsers.
    '^@observablehq/plot$': '<rootDir>/node_modules/@observablehq/plot/dist/plot.umd.js',
    '^linkedom$': '<rootDir>/node_modules/linkedom/worker.js',
    '^d3@[\\d.]+/dist/d3\\.min\\.js$': '<rootDir>/node_modules/d3/dist/d3.js',
  },
  // Runs with `npm run smoke`, which installs a second Node first.
  testPathIgnorePatterns: process.env.MILEPOST_SMOKE ? [] : ['\\.smoke\\.spec\\.ts$'],
  reporters: ['default', '<rootDir>/test/support/countsReporter.js'],
  maxWorkers: 2,
  testTimeout: 20_000,
};
