// Runs commands of Redocly one after the other, as its parent asks for them. What
// takes the second that a command needs is to load the program: here it stays loaded.
import process from 'node:process';

const [, , program] = process.argv;
const { exit } = process;
const home = process.cwd();
let runs = 0;

// Ctrl+C reaches this process, too, yet its parent says when it ends.
process.on('SIGINT', () => undefined);
process.on('disconnect', () => exit());

process.on('message', async ({ args, directory, isLast }) => {
  process.chdir(directory);
  process.argv = [process.execPath, program, ...args];
  // A command calls this as its last act, when nothing is left to do; the channel must not count as something.
  process.channel.unref();
  process.exit = (code) => {
    process.exit = exit;
    process.channel.ref();
    process.chdir(home);
    process.send(code, () => isLast && exit());
  };
  // Another address each time, so that the start of the program runs anew; the rest is in memory.
  runs += 1;
  await import(`${program}?run=${runs}`);
});
