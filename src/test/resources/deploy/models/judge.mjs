// Reads manifests as a JSON list from a file and prints one line for each that the models refuse. Exit code 1 without manifests.
import { readFileSync } from "node:fs";

const manifests = JSON.parse(readFileSync(process.argv[2], "utf8"));
if (manifests.length === 0) process.exit(1);
for (const manifest of manifests) {
  const name = `${manifest.kind} ${manifest.metadata?.name}`;
  try {
    const models = await import("kubernetes-models/" + manifest.apiVersion);
    new models[manifest.kind](manifest).validate();
  } catch (refused) {
    console.log(`${name}: ${String(refused.message).replaceAll("\n", " ")}`);
  }
}
console.log(`${manifests.length} judged`);
