/** The files of a drop. Of dropped folders everything below that looks like a day file; a file that lies there openly is taken as it is. */
export async function droppedFiles(transfer: DataTransfer): Promise<File[]> {
  // Asked for at once: after the event the list is empty.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.() ?? null);
  if (entries.every((entry) => entry === null)) return [...transfer.files];
  const found = await Promise.all(entries.map((entry) => filesBelow(entry, true)));
  return found.flat();
}

/** `isAny`: a file is taken whatever its name. */
async function filesBelow(entry: FileSystemEntry | null, isAny: boolean): Promise<File[]> {
  if (entry === null) return [];
  if (isFile(entry)) {
    if (!isAny && !looksLikeDayFile(entry.name)) return [];
    return new Promise((done) =>
      entry.file(
        (file) => done([file]),
        () => done([]),
      ),
    );
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: File[] = [];
  for (;;) {
    // A browser gives a hundred at a time.
    const some = await new Promise<FileSystemEntry[]>((done) => reader.readEntries(done, () => done([])));
    if (some.length === 0) return found;
    found.push(...(await Promise.all(some.map((one) => filesBelow(one, false)))).flat());
  }
}

/** Of a folder, day files are sent, and archives so that the clerk is told what to do with them. */
export function looksLikeDayFile(name: string): boolean {
  return /\.(?:json|zip|rar|7z)$/i.test(name);
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}
