/** A feature of a browser that a file uses: its name as it is written, and the places of the table that say since when. */
export type UsedFeature = { name: string; paths: (readonly string[])[] };
