const colon = 0x3a;
const quote = 0x22;
const backslash = 0x5c;

/** Counts the members of all objects in JSON by the colons outside of its strings: one for each member. */
export function membersInJson(json: Uint8Array): number {
  let count = 0;
  for (let index = 0; index < json.length; index += 1) {
    const byte = json[index];
    if (byte === colon) count += 1;
    else if (byte === quote) {
      index += 1;
      while (index < json.length && json[index] !== quote) index += json[index] === backslash ? 2 : 1;
    }
  }
  return count;
}
