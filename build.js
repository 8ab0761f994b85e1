const { spawnSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

/**
 * Compiles the sources into dist, unless nothing changed since it last did: a start need not wait for what is there already,
 * and a command need not write over the files of a server that runs.
 */
const SOURCES = ['apps', 'libs'];
const SETTINGS = ['.swcrc', 'package-lock.json', 'build.js'];
const STAMP = join(__dirname, 'dist', '.built');

const state = stateOf([...SETTINGS, ...SOURCES.flatMap(filesBelow)]);
if (stampOf() !== state) {
  // Without a stamp the next build begins anew, also where this one is cut off.
  rmSync(STAMP, { force: true });
  const swc = join(__dirname, 'node_modules', '@swc', 'cli', 'bin', 'swc.js');
  const arguments_ = [swc, ...SOURCES, '-d', 'dist', '--copy-files', '-q'];
  const { status } = spawnSync(process.execPath, arguments_, { cwd: __dirname, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  mkdirSync(join(__dirname, 'dist'), { recursive: true });
  writeFileSync(STAMP, state);
}

function filesBelow(folder) {
  return readdirSync(join(__dirname, folder), { recursive: true }).map((name) => join(folder, name));
}

/** Paths, sizes and times of change: a file that was added, taken away or written to changes it. */
function stateOf(files) {
  const hash = createHash('sha256');
  for (const file of files.sort()) {
    const { mtimeMs, size } = statSync(join(__dirname, file));
    hash.update(`${file} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex');
}

function stampOf() {
  try {
    return readFileSync(STAMP, 'utf8');
  } catch {
    return undefined;
  }
}
