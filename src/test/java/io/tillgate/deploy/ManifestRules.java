package io.tillgate.deploy;

import static io.tillgate.deploy.Yaml.at;
import static io.tillgate.deploy.Yaml.list;
import static io.tillgate.deploy.Yaml.map;
import static io.tillgate.deploy.Yaml.maps;
import static io.tillgate.deploy.Yaml.text;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What every pod and everything around it has to be like; each rule looks at one release's manifests and lists
 * what breaks it.
 */
final class ManifestRules {
    private static final Set<String> WORKLOADS = Set.of("StatefulSet", "Deployment", "DaemonSet", "Job");
    private static final String NAME = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";

    private ManifestRules() {}

    /** Rules by name. */
    static final Map<String, Function<List<Map<String, Object>>, Stream<String>>> ALL = Map.ofEntries(
            Map.entry("names are ones that Kubernetes takes", ManifestRules::names),
            Map.entry("no container runs as root", all -> eachPod(all, "securityContext/runAsNonRoot", true)),
            Map.entry("a user is named by number", ManifestRules::numericUsers),
            Map.entry(
                    "system calls are filtered",
                    all -> eachPod(all, "securityContext/seccompProfile/type", "RuntimeDefault")),
            Map.entry("no pod gets a token of the API", all -> eachPod(all, "automountServiceAccountToken", false)),
            Map.entry("no account hands out a token", ManifestRules::accountTokens),
            Map.entry("no pod gets addresses as variables", all -> eachPod(all, "enableServiceLinks", false)),
            Map.entry("no pod shares the node's spaces", ManifestRules::hostSpaces),
            Map.entry(
                    "the root file system is read only",
                    all -> eachContainer(all, "securityContext/readOnlyRootFilesystem", true)),
            Map.entry(
                    "nobody gains rights",
                    all -> eachContainer(all, "securityContext/allowPrivilegeEscalation", false)),
            Map.entry(
                    "all capabilities are dropped",
                    all -> eachContainer(all, "securityContext/capabilities/drop", List.of("ALL"))),
            Map.entry("requests and limits are stated", ManifestRules::resources),
            Map.entry("an image is of a certain version", ManifestRules::images),
            Map.entry("a workload is probed", ManifestRules::probes),
            Map.entry("a probe asks a port that is there", ManifestRules::probedPorts),
            Map.entry("a replica drains before it goes", ManifestRules::drains),
            Map.entry("a mount has its volume", ManifestRules::mounts),
            Map.entry("a workload selects its own pods", ManifestRules::workloadSelectors),
            Map.entry("a service selects pods and a port of theirs", ManifestRules::services),
            Map.entry("a service passes on what the port's own name says", ManifestRules::protocols),
            Map.entry("what is referred to exists", ManifestRules::references),
            Map.entry("secrets come by reference", ManifestRules::secrets),
            Map.entry("exactly the container's ports are open", ManifestRules::openPorts),
            Map.entry("who may be called is limited too", ManifestRules::egress),
            Map.entry("a disruption budget selects pods", ManifestRules::budgets),
            Map.entry("other makers' kinds have their shape", ForeignShapes::findings));

    static List<String> findings(List<Map<String, Object>> manifests) {
        return ALL.entrySet().stream()
                .flatMap(rule -> rule.getValue().apply(manifests).map(line -> rule.getKey() + ": " + line))
                .sorted()
                .toList();
    }

    // --- walking

    static Stream<Map<String, Object>> ofKind(List<Map<String, Object>> all, String... kinds) {
        return all.stream().filter(manifest -> Set.of(kinds).contains(text(manifest, "kind")));
    }

    private static String label(Map<String, Object> manifest) {
        return text(manifest, "kind") + " " + text(manifest, "metadata/name");
    }

    /** Pod specifications with the labels of their pods. */
    private static Stream<Map<String, Object>> templates(List<Map<String, Object>> all) {
        return all.stream().flatMap(manifest -> switch (text(manifest, "kind")) {
            case "Pod" -> Stream.of(manifest);
            case String kind when WORKLOADS.contains(kind) -> Stream.of(map(at(manifest, "spec/template")));
            default -> Stream.empty();
        });
    }

    private static Stream<Map<String, Object>> pods(List<Map<String, Object>> all) {
        return templates(all).map(template -> map(template.get("spec")));
    }

    private static Stream<Map<String, Object>> containers(List<Map<String, Object>> all) {
        return pods(all)
                .flatMap(pod ->
                        Stream.concat(maps(pod.get("containers")).stream(), maps(pod.get("initContainers")).stream()));
    }

    private static Stream<Map<String, Object>> workloads(List<Map<String, Object>> all) {
        return ofKind(all, WORKLOADS.toArray(String[]::new));
    }

    private static Stream<String> eachPod(List<Map<String, Object>> all, String path, Object wanted) {
        return pods(all).filter(pod -> !wanted.equals(at(pod, path))).map(pod -> path + " is " + at(pod, path));
    }

    private static Stream<String> eachContainer(List<Map<String, Object>> all, String path, Object wanted) {
        return containers(all)
                .filter(container -> !wanted.equals(at(container, path)))
                .map(container -> container.get("name") + ": " + path + " is " + at(container, path));
    }

    // --- rules on pods

    private static Stream<String> names(List<Map<String, Object>> all) {
        return all.stream()
                .filter(manifest -> !text(manifest, "metadata/name").matches(NAME)
                        || !Chart.NAMESPACE.equals(at(manifest, "metadata/namespace")))
                .map(ManifestRules::label);
    }

    private static Stream<String> numericUsers(List<Map<String, Object>> all) {
        return pods(all)
                .filter(pod -> !(at(pod, "securityContext/runAsUser") instanceof Integer user) || user == 0)
                .map(pod -> text(pod, "securityContext"));
    }

    private static Stream<String> accountTokens(List<Map<String, Object>> all) {
        return ofKind(all, "ServiceAccount")
                .filter(account -> !Boolean.FALSE.equals(account.get("automountServiceAccountToken")))
                .map(ManifestRules::label);
    }

    private static Stream<String> hostSpaces(List<Map<String, Object>> all) {
        return pods(all)
                .flatMap(pod -> Stream.of("hostNetwork", "hostPID", "hostIPC")
                        .filter(space -> Boolean.TRUE.equals(pod.get(space))));
    }

    private static Stream<String> resources(List<Map<String, Object>> all) {
        return containers(all)
                .flatMap(container -> Stream.of("requests/cpu", "requests/memory", "limits/cpu", "limits/memory")
                        .filter(path -> at(container, "resources/" + path) == null)
                        .map(path -> container.get("name") + " has no " + path));
    }

    private static Stream<String> images(List<Map<String, Object>> all) {
        return containers(all)
                .map(container -> text(container, "image"))
                .filter(image ->
                        image.endsWith(":latest") || !image.matches(".+(@sha256:[0-9a-f]{64}|:[A-Za-z0-9._-]+)"));
    }

    private static Stream<String> probes(List<Map<String, Object>> all) {
        return workloads(all)
                .flatMap(workload -> maps(at(workload, "spec/template/spec/containers")).stream()
                        .flatMap(container -> Stream.of("startupProbe", "livenessProbe", "readinessProbe")
                                .filter(probe -> at(container, probe + "/httpGet/path") == null)));
    }

    private static Stream<String> probedPorts(List<Map<String, Object>> all) {
        return containers(all)
                .flatMap(container -> Stream.of("startupProbe", "livenessProbe", "readinessProbe")
                        .filter(container::containsKey)
                        .map(probe -> at(container, probe + "/httpGet/port"))
                        .filter(port -> !portNames(container).contains(port))
                        .map(port -> "probe of " + port));
    }

    private static Stream<String> drains(List<Map<String, Object>> all) {
        return ofKind(all, "StatefulSet", "Deployment")
                .map(workload -> map(at(workload, "spec/template/spec")))
                .filter(pod -> !(at(pod, "containers/0/lifecycle/preStop/sleep/seconds") instanceof Integer pause)
                        || !(pod.get("terminationGracePeriodSeconds") instanceof Integer grace)
                        || grace <= pause)
                .map(pod -> "grace " + pod.get("terminationGracePeriodSeconds"));
    }

    private static Stream<String> mounts(List<Map<String, Object>> all) {
        return workloads(all).flatMap(workload -> {
            Map<String, Object> pod = map(at(workload, "spec/template/spec"));
            Set<String> volumes = new HashSet<>();
            maps(pod.get("volumes")).forEach(volume -> volumes.add(text(volume, "name")));
            maps(at(workload, "spec/volumeClaimTemplates")).forEach(claim -> volumes.add(text(claim, "metadata/name")));
            List<String> mounted = maps(pod.get("containers")).stream()
                    .flatMap(container -> maps(container.get("volumeMounts")).stream())
                    .map(mount -> text(mount, "name"))
                    .toList();
            return Stream.concat(
                    mounted.stream().filter(name -> !volumes.contains(name)),
                    volumes.stream().filter(name -> !mounted.contains(name)));
        });
    }

    // --- rules on what stands together

    private static Set<String> portNames(Map<String, Object> container) {
        return maps(container.get("ports")).stream()
                .map(port -> text(port, "name"))
                .collect(Collectors.toSet());
    }

    private static boolean selects(Map<String, Object> labels, Map<String, Object> template) {
        return !labels.isEmpty()
                && map(at(template, "metadata/labels")).entrySet().containsAll(labels.entrySet());
    }

    private static Stream<String> workloadSelectors(List<Map<String, Object>> all) {
        return workloads(all)
                .filter(workload ->
                        !selects(map(at(workload, "spec/selector/matchLabels")), map(at(workload, "spec/template"))))
                .map(ManifestRules::label);
    }

    private static Stream<String> services(List<Map<String, Object>> all) {
        return ofKind(all, "Service").flatMap(service -> {
            Set<String> offered = templates(all)
                    .filter(template -> selects(map(at(service, "spec/selector")), template))
                    .flatMap(template -> maps(at(template, "spec/containers")).stream())
                    .flatMap(container -> portNames(container).stream())
                    .collect(Collectors.toSet());
            return maps(at(service, "spec/ports")).stream()
                    .filter(port -> !offered.contains(text(port, "targetPort")))
                    .map(port -> label(service) + " " + port.get("targetPort"));
        });
    }

    private static Stream<String> protocols(List<Map<String, Object>> all) {
        return ofKind(all, "Service")
                .flatMap(service -> maps(at(service, "spec/ports")).stream()
                        .filter(port -> !"TCP".equals(port.get("protocol")) || !(port.get("port") instanceof Integer))
                        .map(port -> label(service) + " " + port));
    }

    private static Stream<String> references(List<Map<String, Object>> all) {
        Set<String> there = all.stream().map(ManifestRules::label).collect(Collectors.toSet());
        Stream<String> wanted = all.stream().flatMap(manifest -> switch (text(manifest, "kind")) {
            case "StatefulSet" -> Stream.of("Service " + text(manifest, "spec/serviceName"));
            case "HorizontalPodAutoscaler" ->
                Stream.of(
                        text(manifest, "spec/scaleTargetRef/kind") + " " + text(manifest, "spec/scaleTargetRef/name"));
            case "TargetGroupBinding" -> Stream.of("Service " + text(manifest, "spec/serviceRef/name"));
            case "Ingress" ->
                maps(at(manifest, "spec/rules/0/http/paths")).stream()
                        .map(path -> "Service " + text(path, "backend/service/name"));
            default -> Stream.empty();
        });
        return wanted.filter(name -> !there.contains(name));
    }

    private static Stream<String> secrets(List<Map<String, Object>> all) {
        Stream<String> written = containers(all)
                .flatMap(container -> maps(container.get("env")).stream())
                .filter(env -> text(env, "name").matches(".*(PASSWORD|MASTER_KEY|SECRET|TOKEN).*"))
                .filter(env ->
                        at(env, "valueFrom/secretKeyRef/name") == null || at(env, "valueFrom/secretKeyRef/key") == null)
                .map(env -> text(env, "name"));
        return Stream.concat(written, ofKind(all, "Secret").map(ManifestRules::label));
    }

    private static Stream<String> openPorts(List<Map<String, Object>> all) {
        return ofKind(all, "NetworkPolicy").flatMap(policy -> {
            Set<String> open = maps(at(policy, "spec/ingress")).stream()
                    .flatMap(rule -> maps(rule.get("ports")).stream())
                    .map(port -> text(port, "port"))
                    .collect(Collectors.toSet());
            Set<String> offered = templates(all)
                    .filter(template -> selects(map(at(policy, "spec/podSelector/matchLabels")), template))
                    .flatMap(template -> maps(at(template, "spec/containers")).stream())
                    .flatMap(container -> portNames(container).stream())
                    .collect(Collectors.toSet());
            boolean everybody = maps(at(policy, "spec/ingress")).stream()
                    .anyMatch(rule -> list(rule.get("from")).isEmpty());
            return open.equals(offered) && !everybody ? Stream.empty() : Stream.of(open + " of " + offered);
        });
    }

    private static Stream<String> egress(List<Map<String, Object>> all) {
        return ofKind(all, "NetworkPolicy")
                .filter(policy -> !list(at(policy, "spec/policyTypes")).containsAll(List.of("Ingress", "Egress"))
                        || maps(at(policy, "spec/egress")).stream()
                                .anyMatch(rule -> list(rule.get("to")).isEmpty()
                                        || list(rule.get("ports")).isEmpty()))
                .map(ManifestRules::label);
    }

    private static Stream<String> budgets(List<Map<String, Object>> all) {
        return ofKind(all, "PodDisruptionBudget")
                .filter(budget -> templates(all)
                        .noneMatch(template -> selects(map(at(budget, "spec/selector/matchLabels")), template)))
                .map(ManifestRules::label);
    }
}
