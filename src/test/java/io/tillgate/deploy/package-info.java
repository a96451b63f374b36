/**
 * What is deployed is tested as far as it can be without a cluster and without a cloud: the chart is rendered by
 * Helm itself, its manifests are held against the types of the Kubernetes API and against rules of our own,
 * Terraform's modules are planned and applied against a provider that only pretends.
 */
@NullMarked
package io.tillgate.deploy;

import org.jspecify.annotations.NullMarked;
