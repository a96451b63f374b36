package io.tillgate.catalogue;

/**
 * Where a document stands for one store.
 *
 * @param hash SHA-256 in lower-case hex over the live items' canonical JSON (RFC 8785), each followed by a line feed, in
 *     the order of their keys' bytes (sku for products, prices and stock, id for promotions and coupons); empty
 *     document: the hash of nothing
 * @param size number of live items
 */
public record DocumentVersion(DocumentKind kind, long version, String hash, long size) {}
