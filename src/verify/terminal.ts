import { createInterface } from 'node:readline/promises';

/** Prints the results and asks the user. */
export interface Terminal {
  print: (text: string) => void;
  /**
   * Asks a yes/no question.
   *
   * @returns `false` for any answer but yes, and if the input is not a terminal.
   */
  confirm: (question: string) => Promise<boolean>;
}

/** The terminal of this process. */
export const terminal: Terminal = {
  print: (text) => {
    console.log(text);
  },
  confirm: async (question) => {
    if (!process.stdin.isTTY) return false;
    const dialog = createInterface({ input: process.stdin, output: process.stdout });
    try {
      return /^y(es)?$/i.test((await dialog.question(`${question} (yes/no) `)).trim());
    } finally {
      dialog.close();
    }
  },
};
