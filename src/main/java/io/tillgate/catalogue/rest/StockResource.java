package io.tillgate.catalogue.rest;

import io.smallrye.mutiny.Uni;
import io.tillgate.catalogue.RecordStock;
import io.tillgate.catalogue.StockBalance;
import io.tillgate.catalogue.StockEntry;
import io.tillgate.catalogue.store.PostgresStockStore.BalanceQuery;
import io.tillgate.catalogue.store.PostgresStockStore.MovementQuery;
import io.tillgate.catalogue.usecase.ReadingStock;
import io.tillgate.catalogue.usecase.RecordingStock;
import io.tillgate.platform.audit.AuditEntry.Actor;
import io.tillgate.platform.http.Cursor;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Stock of a store: balances, the movements that made them, and what people enter. */
@Path("/api/v1/stock")
@RolesAllowed({Roles.MERCHANT_OWNER, Roles.MERCHANT_MANAGER, Roles.ACQUIRER_ADMIN, Roles.SUPPORT})
public class StockResource {
    private final Owners owners;
    private final RecordingStock recording;
    private final ReadingStock reading;

    StockResource(Owners owners, RecordingStock recording, ReadingStock reading) {
        this.owners = owners;
        this.recording = recording;
        this.reading = reading;
    }

    /** Balances in the order of skus; {@code variance=true} for those below zero only. */
    @GET
    @Operation(summary = "What one store should have, by sku")
    public Uni<Page<StockBalance>> balances(
            @BeanParam PageRequest page,
            @BeanParam StoreFilter filter,
            @QueryParam("variance") @DefaultValue("false") boolean varianceOnly) {
        BalanceQuery query = new BalanceQuery(varianceOnly, page.limit(), page.after());
        return owners.readable(filter)
                .chain(owner -> reading.balances(owner, filter.store(), query))
                .map(balances -> Page.of(balances, page, StockBalance::sku));
    }

    /** Movements, newest first, of all products or of one. */
    @GET
    @Path("/movements")
    @Operation(summary = "What moved in one store, newest first")
    public Uni<Page<StockEntry>> movements(
            @BeanParam PageRequest page, @BeanParam StoreFilter filter, @QueryParam("sku") @Nullable String sku) {
        MovementQuery query = query(page, sku);
        return owners.readable(filter)
                .chain(owner -> reading.movements(owner, filter.store(), query))
                .map(entries -> Page.of(entries, page, entry -> entry.businessDate() + "/" + entry.id()));
    }

    /** Books a receipt, count, loss, transfer or correction; the same {@code id} again changes nothing. */
    @POST
    @Path("/movements")
    @RolesAllowed({Roles.MERCHANT_OWNER, Roles.MERCHANT_MANAGER})
    @Operation(summary = "Books a receipt, count, loss, transfer or correction, once for its id")
    public Uni<Recorded> record(@NotNull RecordStock command) {
        Actor actor = owners.actor();
        return owners.own(command.store())
                .chain(owner -> recording.record(owner, actor, command))
                .map(booked -> new Recorded(command.id(), booked));
    }

    /** Whether this request booked it; false when an earlier one had. */
    public record Recorded(UUID id, boolean booked) {}

    private static MovementQuery query(PageRequest page, @Nullable String sku) {
        String after = page.after();
        if (after == null) {
            return new MovementQuery(sku, page.limit(), null, null);
        }
        try {
            List<String> key = List.of(after.split("/", 2));
            return new MovementQuery(
                    sku, page.limit(), LocalDate.parse(key.getFirst()), UUID.fromString(key.getLast()));
        } catch (DateTimeException | IllegalArgumentException notOurs) {
            throw Cursor.foreign();
        }
    }
}
