/** What a style element needs to be applied on this page; the server writes it into the document (server/core/security-headers.ts). */
export const styleNonce = (): string => document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.nonce ?? "";
