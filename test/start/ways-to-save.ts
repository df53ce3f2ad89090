import { rename, rm, writeFile } from 'node:fs/promises';

/** What editors do when they save. */
export const waysToSave: Array<{ name: string; save: (path: string, text: string) => Promise<void> }> = [
  { name: 'writes it in place', save: (path, text) => writeFile(path, text) },
  {
    name: 'writes another file and renames it',
    save: async (path, text) => {
      await writeFile(`${path}.tmp`, text);
      await rename(`${path}.tmp`, path);
    },
  },
  {
    name: 'deletes it and creates it',
    save: async (path, text) => {
      await rm(path);
      await writeFile(path, text);
    },
  },
  {
    name: 'keeps a backup while it writes, as vim does',
    save: async (path, text) => {
      await rename(path, `${path}~`);
      await writeFile(path, text);
      await rm(`${path}~`);
    },
  },
];
