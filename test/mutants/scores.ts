/** A change of the report, as far as it is read here (mutation-testing-report-schema). */
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
  /** What stands in the place of what was there. */
  replacement: string;
  reason: string;
}

/** How many changes of a room the tests have noticed. */
export interface Score {
  killed: number;
  survived: Array<{ file: string; line: number; text: string; replacement: string; mutator: string }>;
  equivalent: number;
}

/** Counts what the report says of the changes in the files below a path. */
export function scoreOf(report: Report, path: string, equivalents: readonly Equivalent[]): Score {
  const score: Score = { killed: 0, survived: [], equivalent: 0 };
  for (const [file, { source, mutants }] of Object.entries(report.files)) {
    if (!file.startsWith(path)) continue;
    const lines = source.split('\n');
    for (const { status, replacement = '', location, mutatorName } of mutants) {
      const text = lines[location.start.line - 1]?.trim() ?? '';
      if (['Killed', 'Timeout'].includes(status)) score.killed += 1;
      else if (['Survived', 'NoCoverage'].includes(status)) {
        const isEquivalent = equivalents.some((one) => one.file === file && one.line === text && one.replacement === replacement);
        if (isEquivalent) score.equivalent += 1;
        else score.survived.push({ file, line: location.start.line, text, replacement, mutator: mutatorName });
      }
    }
  }
  return score;
}
