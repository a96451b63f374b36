package io.tillgate.catalogue.rest;

import io.smallrye.mutiny.Uni;
import io.tillgate.catalogue.ImportMode;
import io.tillgate.catalogue.ImportOutcome;
import io.tillgate.catalogue.usecase.ExportingProducts;
import io.tillgate.catalogue.usecase.ImportingProducts;
import io.tillgate.platform.identity.Roles;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Products as CSV files, UTF-8 with a header line; at most 10,000 products a file. */
@Path("/api/v1/products")
@RolesAllowed({Roles.MERCHANT_OWNER, Roles.MERCHANT_MANAGER, Roles.ACQUIRER_ADMIN, Roles.SUPPORT})
public class ProductFilesResource {
    private static final String CSV = "text/csv; charset=utf-8";

    private final Owners owners;
    private final ImportingProducts importing;
    private final ExportingProducts exporting;

    ProductFilesResource(Owners owners, ImportingProducts importing, ExportingProducts exporting) {
        this.owners = owners;
        this.importing = importing;
        this.exporting = exporting;
    }

    /** {@code mode=all-or-nothing} refuses a file with mistakes, {@code keep-good} takes its good lines. */
    @POST
    @Path("/import")
    @Consumes("text/csv")
    @RolesAllowed({Roles.MERCHANT_OWNER, Roles.MERCHANT_MANAGER})
    @Operation(summary = "Adds and changes products from a CSV file")
    public Uni<ImportOutcome> importFile(String csv, @QueryParam("mode") @DefaultValue("all-or-nothing") String mode) {
        ImportMode chosen = ImportMode.ofWord(mode)
                .orElseThrow(() -> new Refusal(CommonProblem.VALIDATION, "mode is all-or-nothing or keep-good"));
        return importing.run(owners.own(), owners.actor(), csv, chosen);
    }

    /** In the order of skus; {@code after} is the last sku of the file before. */
    @GET
    @Path("/export")
    @Produces(CSV)
    @Operation(summary = "Products as a CSV file, by sku")
    public Uni<String> export(
            @QueryParam("merchant") @Nullable MerchantId merchant, @QueryParam("after") @Nullable String after) {
        return exporting.run(owners.readable(merchant), after);
    }
}
