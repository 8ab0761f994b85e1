const { createHash } = require('node:crypto');
const { copyFile, writeFile } = require('node:fs/promises');
const { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } = require('node:fs');
const { basename, dirname, join, relative } = require('node:path');

/**
 * Compiles the sources into dist, unless nothing changed since it last did: a start need not wait for what is there already,
 * and a command need not write over the files of a server that runs. The compiler is called here, in its own threads, since
 * its command line takes longer to load than all files to compile, and the first start waits for it.
 */
const SOURCES = ['apps', 'libs'];
const SETTINGS = ['.swcrc', 'package-lock.json', 'build.js'];
const STAMP = join(__dirname, 'dist', '.built');
const IS_TEST = /\.spec\.ts$/;

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

async function main() {
  const files = SOURCES.flatMap(filesBelow);
  const state = stateOf([...SETTINGS, ...files]);
  if (stampOf() === state) return;
  // Without a stamp the next build begins anew, also where this one is cut off.
  rmSync(STAMP, { force: true });
  const wanted = files.filter((file) => !IS_TEST.test(file) && statSync(join(__dirname, file)).isFile());
  for (const folder of new Set(wanted.map(dirname))) mkdirSync(join(__dirname, 'dist', folder), { recursive: true });
  const { transformFile } = require('@swc/core');
  await Promise.all(wanted.map((file) => (file.endsWith('.ts') ? compiled(file, transformFile) : copied(file))));
  writeFileSync(STAMP, state);
}

async function compiled(file, transformFile) {
  const target = join(__dirname, 'dist', file.replace(/\.ts$/, '.js'));
  const { code, map } = await transformFile(join(__dirname, file), {
    swcrc: true,
    cwd: __dirname,
    root: __dirname,
    sourceFileName: relative(dirname(target), join(__dirname, file)),
    outputPath: dirname(target),
  });
  await writeFile(target, `${code}\n//# sourceMappingURL=${basename(target)}.map`);
  await writeFile(`${target}.map`, map);
}

async function copied(file) {
  await copyFile(join(__dirname, file), join(__dirname, 'dist', file));
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
