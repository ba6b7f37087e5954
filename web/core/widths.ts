/** Widths at which the page changes its layout. Style sheets write them by name: `@media (--phone)`; vite.config.ts fills them in. */
export const widths = {
  "--phone": "(max-width: 767px)",
  "--wide": "(min-width: 768px)",
  /** Too narrow for list, map and drawer side by side: the drawer takes the place of the list. */
  "--narrow": "(max-width: 1100px)",
  /** Too narrow for a card and an open legend side by side on the map. */
  "--tight": "(max-width: 1199px)",
};
