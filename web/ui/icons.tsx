import type { ReactNode } from "react";

/** Line icons on a 20-pixel square, one stroke width. All decorative: the control that holds one carries its name. */
function Icon({ children, size = 18 }: { children: ReactNode; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      style={{ flex: "none" }}
    >
      {children}
    </svg>
  );
}

export const SearchIcon = () => (
  <Icon>
    <circle cx="9" cy="9" r="5.5" />
    <path d="m13.2 13.2 3.8 3.8" />
  </Icon>
);

export const CloseIcon = ({ size = 18 }: { size?: number }) => (
  <Icon size={size}>
    <path d="m5 5 10 10M15 5 5 15" />
  </Icon>
);

export const PlusIcon = () => (
  <Icon>
    <path d="M10 4v12M4 10h12" />
  </Icon>
);

export const MinusIcon = () => (
  <Icon>
    <path d="M4 10h12" />
  </Icon>
);

export const FitIcon = () => (
  <Icon>
    <path d="M3.5 7V3.5H7M13 3.5h3.5V7M16.5 13v3.5H13M7 16.5H3.5V13" />
  </Icon>
);

export const BackIcon = () => (
  <Icon size={16}>
    <path d="M12.5 5 7.5 10l5 5" />
  </Icon>
);

export const ChevronIcon = ({ turned = false }: { turned?: boolean }) => (
  <Icon size={16}>
    <path d={turned ? "m5 12.5 5-5 5 5" : "m5 7.5 5 5 5-5"} />
  </Icon>
);

export const SunIcon = () => (
  <Icon>
    <circle cx="10" cy="10" r="3.4" />
    <path d="M10 2.5v1.8M10 15.7v1.8M2.5 10h1.8M15.7 10h1.8M4.7 4.7l1.3 1.3M14 14l1.3 1.3M4.7 15.3 6 14M14 6l1.3-1.3" />
  </Icon>
);

export const MoonIcon = () => (
  <Icon>
    <path d="M16.5 11.7A6.8 6.8 0 0 1 8.3 3.5a6.8 6.8 0 1 0 8.2 8.2z" />
  </Icon>
);

export const LinkIcon = () => (
  <Icon>
    <path d="M8.5 11.5a3 3 0 0 0 4.3 0l2.8-2.8a3 3 0 0 0-4.3-4.3l-1 1M11.5 8.5a3 3 0 0 0-4.3 0l-2.8 2.8a3 3 0 0 0 4.3 4.3l1-1" />
  </Icon>
);

export const FlagIcon = () => (
  <Icon size={14}>
    <path d="M5 17V4M5 4.5h9l-2 3 2 3H5" />
  </Icon>
);

export const ExternalLinkIcon = () => (
  <Icon size={14}>
    <path d="M8 5H5v10h10v-3M11 4h5v5M16 4l-7 7" />
  </Icon>
);

export const LayersIcon = () => (
  <Icon>
    <path d="m10 3.5 7 3.7-7 3.8-7-3.8zM3 10.4l7 3.8 7-3.8M3 13.2 10 17l7-3.8" />
  </Icon>
);

export const EmbedIcon = () => (
  <Icon>
    <path d="m7 6-4 4 4 4M13 6l4 4-4 4" />
  </Icon>
);

export const MenuIcon = () => (
  <Icon>
    <path d="M3.5 6h13M3.5 10h13M3.5 14h13" />
  </Icon>
);

export const SortIcon = ({ direction }: { direction: "ascending" | "descending" | "none" }) => (
  <Icon size={14}>
    {direction !== "descending" && <path d="m6 8 4-4 4 4" />}
    {direction !== "ascending" && <path d="m6 12 4 4 4-4" />}
  </Icon>
);

export const CircleIcon = () => (
  <Icon>
    <circle cx="10" cy="10" r="6.5" />
    <path d="M10 10h6.5" strokeDasharray="1.5 2.2" />
    <circle cx="10" cy="10" r="0.6" fill="currentColor" />
  </Icon>
);

export const RectangleIcon = () => (
  <Icon>
    <path d="M4 5.5h12v9H4z" />
  </Icon>
);

export const PolygonIcon = () => (
  <Icon>
    <path d="m10 3.5 6.5 5-2.7 7.5H6L3.5 8z" />
  </Icon>
);

export const PencilIcon = () => (
  <Icon>
    <path d="m4 16 .8-3.6L13.6 3.6l2.8 2.8-8.8 8.8zM11.6 5.6l2.8 2.8" />
  </Icon>
);

export const RulerIcon = () => (
  <Icon>
    <path d="M2.8 13.2 13.2 2.8l4 4L6.8 17.2zM6 10l1.6 1.6M8.6 7.4l2.4 2.4M11.2 4.8l1.6 1.6" />
  </Icon>
);

export const CopyIcon = () => (
  <Icon size={16}>
    <path d="M7 7h9v9H7zM4 13V4h9" />
  </Icon>
);

export const PinIcon = () => (
  <Icon size={16}>
    <path d="M10 17.5s-5.5-5-5.5-9a5.5 5.5 0 0 1 11 0c0 4-5.5 9-5.5 9z" />
    <circle cx="10" cy="8.5" r="1.8" />
  </Icon>
);

export const CrosshairIcon = () => (
  <Icon>
    <circle cx="10" cy="10" r="5" />
    <path d="M10 2.5V7M10 13v4.5M2.5 10H7M13 10h4.5" />
  </Icon>
);

export const DownloadIcon = () => (
  <Icon>
    <path d="M10 3.5v9M6.2 9l3.8 3.7L13.8 9M3.5 16.5h13" />
  </Icon>
);

export const HistoryIcon = () => (
  <Icon>
    <path d="M3.5 10a6.5 6.5 0 1 0 2-4.7L3.5 7.2M3.5 3.8v3.4h3.4M10 6.5V10l2.6 1.8" />
  </Icon>
);

export const InfoIcon = ({ size = 16 }: { size?: number }) => (
  <Icon size={size}>
    <circle cx="10" cy="10" r="7" />
    <path d="M10 9.2v4.3M10 6.4v.1" />
  </Icon>
);

export const ColumnsIcon = () => (
  <Icon size={16}>
    <path d="M3.5 4.5h13v11h-13zM7.8 4.5v11M12.2 4.5v11" />
  </Icon>
);

export const PrintIcon = () => (
  <Icon size={16}>
    <path d="M6 7V3.5h8V7M6 14H3.5V7.5h13V14H14M6 11.5h8v5H6z" />
  </Icon>
);

/** Two columns; filled where the site is picked. */
export const CompareIcon = ({ filled = false }: { filled?: boolean }) => (
  <Icon size={16}>
    <path d="M3.5 4h5v12h-5zM11.5 4h5v12h-5z" fill={filled ? "currentColor" : "none"} />
  </Icon>
);
