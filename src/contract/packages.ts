/** The packages that reading a description and holding messages to it need, for a check before they are imported. */
export const contractPackages = ['ajv', 'ajv-formats', 'js-yaml'] as const;
