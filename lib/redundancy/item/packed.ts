const BYTES = 4;

/** A set as bytes, four a member, the highest first: so that bytes stand in the order of the sets. */
export function pack(members: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(members.length * BYTES);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < members.length; at++) view.setUint32(at * BYTES, members[at] as number);
  return bytes;
}

/** The reverse of `pack`. */
export function unpack(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const members = new Uint32Array(bytes.byteLength / BYTES);
  for (let at = 0; at < members.length; at++) members[at] = view.getUint32(at * BYTES);
  return members;
}
