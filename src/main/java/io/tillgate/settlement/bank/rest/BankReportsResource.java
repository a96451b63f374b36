package io.tillgate.settlement.bank.rest;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.http.Listener;
import io.tillgate.platform.identity.CurrentCaller;
import io.tillgate.platform.identity.Roles;
import io.tillgate.settlement.bank.BankAnswer;
import io.tillgate.settlement.bank.TakingBankMessages;
import io.tillgate.settlement.iso20022.MessageType.Kind;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What the bank tells: the body is the message, the answer what came of it. */
@Path("/bank/v1")
@Listener(Listener.Port.ANY)
@RolesAllowed(Roles.BANK)
@Consumes({MediaType.APPLICATION_XML, MediaType.TEXT_XML})
@Produces(MediaType.APPLICATION_JSON)
public class BankReportsResource {
    private static final byte[] NOTHING = {};

    private final TakingBankMessages taking;
    private final CurrentCaller caller;

    BankReportsResource(TakingBankMessages taking, CurrentCaller caller) {
        this.taking = taking;
        this.caller = caller;
    }

    @POST
    @Path("/payment-status-reports")
    @Operation(summary = "A payment status report: pain.002.001.11 or .14. The same message again gets the same answer")
    public Uni<BankAnswer> statusReport(byte @Nullable [] message) {
        return take(Kind.STATUS_REPORT, message);
    }

    @POST
    @Path("/statements")
    @Operation(summary = "A statement: camt.053.001.02, .04, .08 or .12. The same message again gets the same answer")
    public Uni<BankAnswer> statement(byte @Nullable [] message) {
        return take(Kind.STATEMENT, message);
    }

    @POST
    @Path("/notifications")
    @Operation(
            summary = "A notification: camt.054.001.02, .04, .08 or .12. The same message again gets the same answer")
    public Uni<BankAnswer> notification(byte @Nullable [] message) {
        return take(Kind.NOTIFICATION, message);
    }

    private Uni<BankAnswer> take(Kind kind, byte @Nullable [] message) {
        return taking.take(caller.get(), kind, message == null ? NOTHING : message);
    }
}
