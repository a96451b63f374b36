/**
 * Tenants: acquirers and payment companies, each declared in one file. This package reads and checks the files, applies
 * them (rows, realm, clients, roles), and answers what a tenant is like: its money, its business day, its brand, its
 * limits. Words: <i>tenant</i>, <i>settings</i> (a file that passed every check), <i>applying</i> (making the world equal
 * to the file, any number of times), <i>business day</i> (between two cut-offs), <i>staff</i> (people of a tenant's realm).
 *
 * <p>May use {@code shared} and {@code platform}. Others see this package's root only.
 */
@NullMarked
package io.tillgate.tenancy;

import org.jspecify.annotations.NullMarked;
