package io.tillgate.platform.persistence;

import io.tillgate.shared.TenantId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What one command commits atomically: rows of one tenant, each for the statement that writes it. */
public final class CommitUnit {
    private final TenantId tenant;
    private final List<Part<?>> parts;

    private CommitUnit(TenantId tenant, List<Part<?>> parts) {
        this.tenant = tenant;
        this.parts = parts;
    }

    public static Builder of(TenantId tenant) {
        return new Builder(tenant);
    }

    TenantId tenant() {
        return tenant;
    }

    List<Part<?>> parts() {
        return parts;
    }

    /** One row for one statement. */
    public record Part<R>(BatchStatement<R> statement, R row) {}

    public static final class Builder {
        /** A sale of a hundred lines with stock, coupons, postings and events stays well below. */
        private static final int PARTS_MAX = 2_000;

        private final TenantId tenant;
        private final List<Part<?>> parts = new ArrayList<>();

        private Builder(TenantId tenant) {
            this.tenant = tenant;
        }

        public <R> Builder add(BatchStatement<R> statement, R row) {
            return add(new Part<>(statement, row));
        }

        public Builder add(Part<?> part) {
            if (parts.size() == PARTS_MAX) {
                throw new IllegalArgumentException("a commit unit holds at most " + PARTS_MAX + " rows");
            }
            parts.add(part);
            return this;
        }

        public Builder addAll(List<? extends Part<?>> more) {
            more.forEach(this::add);
            return this;
        }

        public CommitUnit build() {
            List<Part<?>> ordered = new ArrayList<>(parts);
            ordered.sort(Comparator.comparingInt(part -> part.statement().order()));
            return new CommitUnit(tenant, List.copyOf(ordered));
        }
    }
}
