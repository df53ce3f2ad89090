/** A mutant of the report, with the fields used here (mutation-testing-report-schema). Lines and columns count from 1. */
export interface Mutant {
  mutatorName: string;
  replacement?: string;
  status: string;
  location: { start: { line: number; column: number }; end: { line: number; column: number } };
}

/** The report of a run: the source and the mutants of each file, by path. */
export interface Report {
  files: Record<string, { source: string; mutants: Mutant[] }>;
}

/** A mutant that no test can detect. */
export interface Equivalent {
  file: string;
  /** The line with the mutation, trimmed. */
  line: string;
  /** The original code. Only the first line, if there are several. */
  original: string;
  /** The replacement. Only the first line, if there are several. */
  replacement: string;
  reason: string;
}

/** A mutant that no test has detected. */
export interface Survivor extends Omit<Equivalent, 'reason'> {
  number: number;
  mutator: string;
}

/** The number of mutants of a file that were detected, that survived, and that cannot be detected. */
export interface Score {
  noticed: number;
  survived: number;
  equivalent: number;
}

/** Counts the mutants of a file in the report, and lists the survivors. */
export function scoreOf(
  { files }: Report,
  file: string,
  equivalents: readonly Equivalent[],
): { score: Score; survivors: Survivor[] } {
  const { source = '', mutants = [] } = files[file] ?? {};
  const lines = source.split('\n');
  const survived = mutants
    .filter(({ status }) => ['Survived', 'NoCoverage'].includes(status))
    .map(({ location: { start, end }, replacement = '', mutatorName }): Survivor => {
      const whole = lines[start.line - 1] ?? '';
      const original = whole.slice(start.column - 1, start.line === end.line ? end.column - 1 : undefined);
      const [first = ''] = replacement.split('\n');
      return { file, number: start.line, line: whole.trim(), original, replacement: first, mutator: mutatorName };
    });
  const survivors = survived.filter((one) => !equivalents.some((other) => isSame(one, other)));
  return {
    score: {
      noticed: mutants.filter(isNoticed).length,
      survived: survivors.length,
      equivalent: survived.length - survivors.length,
    },
    survivors,
  };
}

export function isNoticed({ status }: Mutant): boolean {
  return status === 'Killed' || status === 'Timeout';
}

function isSame(one: Survivor, other: Equivalent): boolean {
  return (['file', 'line', 'original', 'replacement'] as const).every((field) => one[field] === other[field]);
}

/** The rows of the table: a row for each folder, with the share of its files that was tried. */
export function rowsOf(scores: Readonly<Record<string, Score>>, files: readonly string[]): Array<Record<string, string>> {
  const folderOf = (file: string): string => file.slice(0, file.lastIndexOf('/'));
  const folders = [...new Set(Object.keys(scores).map(folderOf))].sort();
  return folders.map((folder) => {
    const inFolder = files.filter((file) => folderOf(file) === folder);
    const tried = inFolder.flatMap((file) => scores[file] ?? []);
    const sum = (field: keyof Score): number => tried.reduce((total, score) => total + score[field], 0);
    const changes = sum('noticed') + sum('survived');
    return {
      folder: `\`${folder}\``,
      'files tried': `${tried.length} of ${inFolder.length}`,
      changes: String(changes),
      noticed: String(sum('noticed')),
      score: changes === 0 ? '' : `${Math.floor((100 * sum('noticed')) / changes)} %`,
      equivalent: String(sum('equivalent')),
    };
  });
}
