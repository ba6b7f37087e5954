import type { ReactNode } from "react";

function Icon({ children }: { children: ReactNode }) {
  return (
    <svg
      width="18"
      height="18"
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinejoin="round"
      strokeLinecap="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

export const SymbolsIcon = () => (
  <Icon>
    <circle cx="6" cy="13.5" r="2.6" />
    <path d="m14 10.5 3.2 5.4h-6.4zM8.6 3.4h4v4h-4z" />
  </Icon>
);

export const HexagonIcon = () => (
  <Icon>
    <path d="M6.2 3.4h7.6l3.8 6.6-3.8 6.6H6.2L2.4 10z" />
  </Icon>
);

export const ClusterIcon = () => (
  <Icon>
    <circle cx="10" cy="10" r="6.8" />
    <path d="M8.6 8 10.4 6.8v6.6" />
  </Icon>
);

export const ReachIcon = () => (
  <Icon>
    <circle cx="10" cy="10" r="1.4" fill="currentColor" />
    <circle cx="10" cy="10" r="6.8" strokeDasharray="2.6 2.7" />
  </Icon>
);

export const FiguresIcon = () => (
  <Icon>
    <path d="m2.6 5.4 4.9-2 5 2 4.9-2v11.2l-4.9 2-5-2-4.9 2z" />
    <path d="M7.5 3.4v11.2M12.5 5.4v11.2" />
  </Icon>
);
