import { createInterface } from 'node:readline/promises';

/** Where a walk is printed, and who is asked. */
export interface Terminal {
  print: (text: string) => void;
  /**
   * Asks a question that is answered with yes or no.
   *
   * @returns `false` for any answer but yes, and where there is nobody to ask.
   */
  confirm: (question: string) => Promise<boolean>;
}

/** The terminal that this process was started in. */
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
