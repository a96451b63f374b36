package io.tillgate.simulator.bank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Files that were fetched and are not answered yet, each a mark on disk: a bank that was stopped takes them up again, since the service
 * lists none of them as ready. Without a directory they live as long as the bank.
 */
final class Unanswered {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}");

    private final Optional<Path> directory;
    private final Set<File> left = new HashSet<>();

    /** A file of a customer. */
    private record File(String customer, String messageId) {
        boolean isStorable() {
            return NAME.matcher(customer).matches() && NAME.matcher(messageId).matches();
        }

        Path in(Path directory) {
            return directory.resolve(customer).resolve(messageId);
        }
    }

    Unanswered(Optional<Path> directory) {
        this.directory = directory;
        directory.filter(Files::isDirectory).ifPresent(this::read);
    }

    private void read(Path from) {
        try (Stream<Path> marks = Files.walk(from, 2)) {
            marks.filter(Files::isRegularFile)
                    .map(from::relativize)
                    .filter(mark -> mark.getNameCount() == 2)
                    .map(mark ->
                            new File(mark.getName(0).toString(), mark.getName(1).toString()))
                    .filter(File::isStorable)
                    .forEach(left::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Before it is fetched: what is fetched and not marked would be lost. */
    synchronized void begin(String customer, String messageId) {
        File file = new File(customer, messageId);
        directory.filter(ignored -> file.isStorable()).ifPresent(under -> {
            try {
                Files.createDirectories(under.resolve(customer));
                Files.write(file.in(under), new byte[0]);
            } catch (IOException full) {
                throw new UncheckedIOException(full);
            }
        });
    }

    /** Answered, as far as the bank means to. */
    synchronized void end(String customer, String messageId) {
        File file = new File(customer, messageId);
        directory.filter(ignored -> file.isStorable()).ifPresent(under -> {
            try {
                Files.deleteIfExists(file.in(under));
            } catch (IOException stays) {
                throw new UncheckedIOException(stays);
            }
        });
    }

    /** It may have been fetched, but did not arrive: it is taken up with the next look. */
    synchronized void again(String customer, String messageId) {
        left.add(new File(customer, messageId));
    }

    /** What is to be taken up; each is named once. */
    synchronized List<String> of(String customer) {
        List<String> ids = new ArrayList<>();
        left.removeIf(file -> file.customer.equals(customer) && ids.add(file.messageId));
        return ids;
    }
}
