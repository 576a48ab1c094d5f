/** Hands a file to the reader through the browser's own download. No permission is needed for that. */
export function saveFile(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The download reads the blob after this turn; a minute is more than it can need.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
