/**
 * The command line behind {@code ./tillgate}: one supervising process that runs PostgreSQL, Keycloak, the simulators and
 * the service as its children, and gives them fresh secrets. Words: a <em>place</em> is a directory or file of one
 * installation, a <em>child</em> a program we started, an <em>orphan</em> a child whose supervisor was killed. Stands apart
 * from the service: it shares no class with it but {@code shared}, and never enters the production image.
 */
@NullMarked
package io.tillgate.launcher;

import org.jspecify.annotations.NullMarked;
