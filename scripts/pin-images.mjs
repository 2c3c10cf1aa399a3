// npm run pin-images [-- --check] [FOLDER]: writes behind each image's tag, in Dockerfile and docker-compose.yml, the digest of what the tag
// stands for today. A digest is asked of the image's registry by a program that speaks to registries, with the operator's own mirrors and
// passwords: docker's buildx, crane or skopeo, whichever is there. With --check nothing is written. Where no registry answers, the image stays
// as it is, this says so and ends with 3.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  options: { check: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const folder = positionals[0] ?? join(dirname(fileURLToPath(import.meta.url)), '..');
/** Where images are named: the whole tag is taken, an older digest behind it is not. */
const FILES = {
  Dockerfile: /^(FROM )([^\s@]+)(@sha256:[0-9a-f]{64})?/gm,
  'docker-compose.yml': /^(\s+image: )([^\s@]+)(@sha256:[0-9a-f]{64})?/gm,
};
const ASK_PATIENCE = 60_000; // ms

/** All give the digest of the list of platforms, so that one pin holds for every one of them. */
const PROGRAMS = [
  ['docker', (image) => ['buildx', 'imagetools', 'inspect', image, '--format', '{{.Manifest.Digest}}']],
  ['crane', (image) => ['digest', image]],
  ['skopeo', (image) => ['inspect', '--format', '{{.Digest}}', `docker://${image}`]],
];

function askDigest(image) {
  const faults = [];
  for (const [program, argumentsFor] of PROGRAMS) {
    const { status, stdout, stderr, error } = spawnSync(program, argumentsFor(image), {
      encoding: 'utf8',
      timeout: ASK_PATIENCE,
    });
    const digest = /^"?(sha256:[0-9a-f]{64})"?\s*$/.exec(stdout ?? '')?.[1];
    if (status === 0 && digest) return { digest };
    const said =
      error?.code === 'ENOENT' ? 'is not installed' : (error?.message ?? firstLine(stderr) ?? `ended with ${status}`);
    faults.push(`${program} ${said}`);
  }
  return { faults };
}

const firstLine = (text) => text?.trim().split('\n')[0] || undefined;

const answers = new Map();
let isOlder = false;
for (const [file, pattern] of Object.entries(FILES)) {
  const path = join(folder, file);
  const before = readFileSync(path, 'utf8');
  // A stage that is built on an earlier one names that, and no image.
  const stages = new Set([...before.matchAll(/^FROM \S+ AS (\S+)/gm)].map(([, name]) => name));
  const after = before.replace(pattern, (whole, lead, image, pin) => {
    if (stages.has(image)) return whole;
    if (!answers.has(image)) answers.set(image, askDigest(image));
    const { digest } = answers.get(image);
    if (!digest || pin === `@${digest}`) return whole;
    isOlder = true;
    return `${lead}${image}@${digest}`;
  });
  if (!values.check && after !== before) writeFileSync(path, after);
}

for (const [image, { digest, faults }] of answers) {
  console.log(digest ? `${image}: ${digest}` : `${image}: NOT PINNED, no registry has answered: ${faults.join('; ')}`);
}
if ([...answers.values()].some(({ digest }) => !digest)) process.exitCode = 3;
else if (values.check && isOlder) {
  console.log('Not all pins are those of today: run `npm run pin-images`.');
  process.exitCode = 1;
}
