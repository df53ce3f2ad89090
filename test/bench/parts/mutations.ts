import { cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ofDescription, workflows } from '../mutations/all.js';
import type { Mutation } from '../mutations/mutation.js';
import { noticesOf, type Notices } from '../mutations/notices.js';
import { root } from '../../support/command.js';
import { copyInto } from '../../support/project.js';
import type { Row } from '../row.js';

export const title = 'Mutations: what notices a wrong change of the description, by npm run check and once it is built';

const all = [...ofDescription, ...workflows];

/** The files that a copy needs for the compiler and the tests, besides those that a build reads. */
const programs = ['src', 'test', 'tsconfig.json'];

export async function measure(): Promise<Row[]> {
  await proveEdits();
  const copies = await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, copyWithPrograms));
  try {
    await inEach(copies, proveUnchanged);
    const noticed = await noticedIn(copies, all);
    const caught = (mutations: Mutation[], how: (notices: Notices) => boolean): Pick<Row, 'value' | 'limit' | 'met'> => {
      const count = mutations.filter((mutation) => how(noticed.get(mutation)!)).length;
      return { value: `${count} of ${mutations.length}`, limit: 'all', met: count === mutations.length };
    };
    return [
      // Nothing is generated from the workflows, so no file becomes stale.
      { name: 'noticed by npm run check before it is built', ...caught(ofDescription, ({ check }) => check.length > 0) },
      { name: 'noticed once it is built', ...caught(all, ({ built }) => built.length > 0) },
      // A raised version means that the change is intended. It is listed anyway.
      {
        name: 'noticed by more than the comparison with the last release',
        ...caught(all, ({ built }) => built.some((name) => name !== 'release')),
      },
    ];
  } finally {
    await Promise.all(copies.map((copy) => rm(copy, { recursive: true, force: true })));
  }
}

/** Fails early: otherwise a mutation whose text is missing would be noticed only after minutes. */
async function proveEdits(): Promise<void> {
  for (const { title: change, edits } of all) {
    const texts = new Map<string, string>();
    for (const [file, from, to] of edits) {
      const text = texts.get(file) ?? (await readFile(join(root, 'openapi', file), 'utf8'));
      if (!text.includes(from)) throw new Error(`openapi/${file} lacks the text of the change "${change}": correct it.`);
      texts.set(file, text.replace(from, to));
    }
  }
}

/** Copies the project with its programs. node_modules is shared. */
async function copyWithPrograms(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'password-reset-mutations-'));
  await copyInto(directory);
  await Promise.all(programs.map((part) => cp(join(root, part), join(directory, part), { recursive: true })));
  await symlink(join(root, 'node_modules'), join(directory, 'node_modules'));
  return directory;
}

/** Works in all copies in parallel. It fails only after all have ended, so that the copies can be removed. */
async function inEach(copies: string[], work: (copy: string) => Promise<void>): Promise<void> {
  const endings = await Promise.allSettled(copies.map(work));
  for (const ending of endings) if (ending.status === 'rejected') throw ending.reason as Error;
}

/** A check that fails on the unchanged project proves nothing. */
async function proveUnchanged(copy: string): Promise<void> {
  const { check, built } = await noticesOf({ edits: [] }, copy);
  const complaints = [...check, ...built];
  if (complaints.length > 0) throw new Error(`Without any change there are complaints: ${complaints.join(', ')}.`);
}

/** Makes each change in whichever copy is free. */
async function noticedIn(copies: string[], mutations: Mutation[]): Promise<Map<Mutation, Notices>> {
  const noticed = new Map<Mutation, Notices>();
  const waiting = mutations.values();
  await inEach(copies, async (copy) => {
    for (const mutation of waiting) {
      const { check, built } = await noticesOf(mutation, copy);
      noticed.set(mutation, { check, built });
      console.log(`${noticed.size}/${mutations.length} ${mutation.title}${line('check', check)}${line('built', built)}`);
    }
  });
  console.log();
  return noticed;
}

function line(when: string, names: string[]): string {
  return `\n  ${when}: ${names.join(', ') || '-'}`;
}
