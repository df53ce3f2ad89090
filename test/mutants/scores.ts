/** A change of the report, as far as it is read here (mutation-testing-report-schema). Lines and columns count from 1. */
export interface Mutant {
  mutatorName: string;
  replacement?: string;
  status: string;
  location: { start: { line: number; column: number }; end: { line: number; column: number } };
}

/** The report of a run: the changes by the path of their file, and the text that they were made in. */
export interface Report {
  files: Record<string, { source: string; mutants: Mutant[] }>;
}

/** A change that no test can notice. */
export interface Equivalent {
  file: string;
  /** The line in which it is made, without the space around it. */
  line: string;
  /** What was there: of several lines the first. */
  original: string;
  /** What stands in its place: of several lines the first. */
  replacement: string;
  reason: string;
}

/** A change that no test has noticed. */
export interface Survivor extends Omit<Equivalent, 'reason'> {
  number: number;
  mutator: string;
}

/** How many changes of a file the tests have noticed, and how many they cannot. */
export interface Score {
  noticed: number;
  survived: number;
  equivalent: number;
}

/** Counts what the report says of the changes in a file, and names those that nothing has noticed. */
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

/** The rows of the table: a folder each, and what share of its files was tried. */
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
