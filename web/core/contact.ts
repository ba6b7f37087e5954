/** The operator's e-mail address, if one is configured (CONTACT_EMAIL). The server writes it into the document. */
export const contactEmail = (): string | null =>
  document.querySelector<HTMLMetaElement>('meta[name="atlas-contact"]')?.content || null;
