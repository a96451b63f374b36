package io.tillgate.settlement;

/**
 * A statement as it is handed out.
 *
 * @param name for saving it
 * @param mediaType with its character set where it is text
 */
public record StatementFile(String name, String mediaType, byte[] content) {}
