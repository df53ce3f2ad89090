/** A file of a description cannot be read. */
export class FileError extends Error {
  override readonly name = 'FileError';

  /** @param message The reason, as a sentence without secrets. */
  constructor(
    message: string,
    /** Whether the file does not exist. */
    readonly isMissing: boolean = false,
    /** The absolute path or the URL of the file. */
    readonly file: string = '',
  ) {
    super(message);
  }
}

/** Why a description cannot be read in which references only lead to each other. */
export const circularReason = 'a reference leads back to itself by way of references alone: give one of them a target';
