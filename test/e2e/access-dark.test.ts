import { everyoneCanUse } from "./access.ts";

everyoneCanUse("dark");
