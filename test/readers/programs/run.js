// Runs one program, and prints its result as JSON on the last line: node run.js NAME MOCK DESCRIPTION EDITION-3.0.
const [name, mock, description, edition30] = process.argv.slice(2);
const { default: read } = await import(`./${name}.js`);
const result = await read({ mock, description, edition30 });
process.stdout.write(`\n${JSON.stringify(result)}\n`, () => process.exit(0));
