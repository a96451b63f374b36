package io.tillgate.deploy;

import static io.tillgate.deploy.Yaml.at;
import static io.tillgate.deploy.Yaml.map;
import static io.tillgate.deploy.Yaml.maps;
import static io.tillgate.deploy.Yaml.text;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Values that neither the API's types nor a schema at hand judge: enumerations of the API, and the kinds of the
 * Prometheus operator and the AWS balancer's controller.
 */
final class ForeignShapes {
    /** Where an enumeration stands in which kind, and its words. */
    private static final List<Enumeration> ENUMERATIONS = List.of(
            new Enumeration("StatefulSet", "spec/podManagementPolicy", Set.of("Parallel", "OrderedReady")),
            new Enumeration("StatefulSet", "spec/updateStrategy/type", Set.of("RollingUpdate", "OnDelete")),
            new Enumeration(
                    "StatefulSet",
                    "spec/template/spec/containers/0/imagePullPolicy",
                    Set.of("IfNotPresent", "Always", "Never")),
            new Enumeration(
                    "StatefulSet",
                    "spec/template/spec/topologySpreadConstraints/0/whenUnsatisfiable",
                    Set.of("ScheduleAnyway", "DoNotSchedule")),
            new Enumeration(
                    "StatefulSet",
                    "spec/template/spec/securityContext/fsGroupChangePolicy",
                    Set.of("OnRootMismatch", "Always")),
            new Enumeration("Service", "spec/type", Set.of("ClusterIP", "NodePort", "LoadBalancer")),
            new Enumeration("Service", "spec/externalTrafficPolicy", Set.of("Local", "Cluster")),
            new Enumeration("Ingress", "spec/rules/0/http/paths/0/pathType", Set.of("Prefix", "Exact")),
            new Enumeration("Pod", "spec/restartPolicy", Set.of("Never", "OnFailure", "Always")),
            new Enumeration(
                    "PodDisruptionBudget", "spec/unhealthyPodEvictionPolicy", Set.of("AlwaysAllow", "IfHealthyBudget")),
            new Enumeration(
                    "HorizontalPodAutoscaler", "spec/metrics/0/type", Set.of("Resource", "Pods", "Object", "External")),
            new Enumeration(
                    "HorizontalPodAutoscaler",
                    "spec/metrics/0/resource/target/type",
                    Set.of("Utilization", "AverageValue")));

    private record Enumeration(String kind, String path, Set<String> words) {}

    private ForeignShapes() {}

    static Stream<String> findings(List<Map<String, Object>> all) {
        return all.stream()
                .flatMap(manifest -> Stream.of(
                                enumerations(manifest), monitors(manifest), rules(manifest), bindings(manifest))
                        .flatMap(lines -> lines)
                        .map(line -> text(manifest, "kind") + " " + line));
    }

    private static Stream<String> enumerations(Map<String, Object> manifest) {
        return ENUMERATIONS.stream()
                .filter(rule -> rule.kind().equals(manifest.get("kind")))
                .filter(rule -> at(manifest, rule.path()) != null)
                .filter(rule -> !rule.words().contains(text(manifest, rule.path())))
                .map(rule -> rule.path() + " is " + text(manifest, rule.path()));
    }

    private static Stream<String> monitors(Map<String, Object> manifest) {
        if (!"ServiceMonitor".equals(manifest.get("kind"))) {
            return Stream.empty();
        }
        boolean good = "monitoring.coreos.com/v1".equals(manifest.get("apiVersion"))
                && !map(at(manifest, "spec/selector/matchLabels")).isEmpty()
                && !maps(at(manifest, "spec/endpoints")).isEmpty()
                && maps(at(manifest, "spec/endpoints")).stream()
                        .allMatch(
                                endpoint -> "/q/metrics".equals(endpoint.get("path")) && endpoint.containsKey("port"));
        return good ? Stream.empty() : Stream.of("asks nobody for metrics");
    }

    private static Stream<String> rules(Map<String, Object> manifest) {
        if (!"PrometheusRule".equals(manifest.get("kind"))) {
            return Stream.empty();
        }
        return maps(at(manifest, "spec/groups/0/rules")).stream()
                .filter(rule -> !rule.keySet().containsAll(Set.of("alert", "expr", "for", "labels", "annotations"))
                        || !text(rule, "for").matches("[0-9]+[mh]"))
                .map(rule -> "an alert without a member: " + rule.get("alert"));
    }

    private static Stream<String> bindings(Map<String, Object> manifest) {
        if (!"TargetGroupBinding".equals(manifest.get("kind"))) {
            return Stream.empty();
        }
        boolean good = "elbv2.k8s.aws/v1beta1".equals(manifest.get("apiVersion"))
                && "ip".equals(at(manifest, "spec/targetType"))
                && text(manifest, "spec/targetGroupARN").contains(":targetgroup/")
                && at(manifest, "spec/serviceRef/port") instanceof Integer;
        return good ? Stream.empty() : Stream.of("binds nothing");
    }
}
