/** The packages that are needed to read a description and validate messages. The commands check them before the import. */
export const contractPackages = ['ajv', 'ajv-formats', 'js-yaml'] as const;
