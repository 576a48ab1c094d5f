import { differenceHash } from './difference-hash';

/** Sides of what a picture is drawn to, px: eight for each cell of the hash. */
const WIDTH = 72;
const HEIGHT = 64;
/** Shorter side of a picture that shows enough to be looked at, px. */
const SMALLEST = 32;
/** A larger one is decoded for too long: this takes some 12 ms, a picture as chats show it 2 ms. Pixels in all. */
const LARGEST = 1_000_000;

/** See `Message.image`. Null when the picture is not there, too small or too large, or another site's. */
export function lookOf(picture: HTMLImageElement): string | null {
  const { naturalWidth: width, naturalHeight: height } = picture;
  if (Math.min(width, height) < SMALLEST || width * height > LARGEST) return null;
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  try {
    context?.drawImage(picture, 0, 0, WIDTH, HEIGHT);
    // A copy: Firefox lets no script of ours read the page's own array.
    const pixels = new Uint8Array(context?.getImageData(0, 0, WIDTH, HEIGHT).data ?? []);
    const hash = differenceHash(pixels, WIDTH, HEIGHT);
    return hash && `${hash} ${width}x${height}`;
  } catch {
    // The pixels of another site's picture are none of ours.
    return null;
  }
}
