package io.tillgate.portal.frame;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the portal in English; {@code messages/portal_zh.properties} has the Chinese ones. */
@MessageBundle("portal")
public interface PortalMessages {
    @Message("Home")
    String home();

    @Message("Skip to content")
    String skip();

    @Message("Sign out")
    String sign_out();

    @Message("Language")
    String language();

    @Message("Welcome, {name}")
    String welcome(String name);

    @Message("You are signed in to {tenant}.")
    String signed_in_to(String tenant);

    @Message("Your account")
    String account();

    @Message("User name")
    String username();

    @Message("Organisation")
    String organisation();

    @Message("Role")
    String role();

    @Message("Merchant")
    String merchant();

    @Message("None yet. It appears here once your application is approved.")
    String no_merchant();

    @Message("Business day")
    String business_day();

    @Message("Sales made now are booked under this date.")
    String business_day_about();

    @Message("Day ends")
    String day_ends();

    @Message("{time}, {zone}")
    String day_ends_at(String time, String zone);

    @Message("Bank today")
    String bank_today();

    @Message("Open")
    String bank_open();

    @Message("Closed")
    String bank_closed();

    @Message("Next bank day")
    String bank_next();

    @Message("As of {time}")
    String as_of(String time);

    @Message("What you can do")
    String abilities();

    @Message("The platform")
    String platform();

    @Message("Operator")
    String role_operator();

    @Message("Administrator")
    String role_acquirer_admin();

    @Message("Underwriter")
    String role_underwriter();

    @Message("Risk analyst")
    String role_risk_analyst();

    @Message("Finance")
    String role_finance();

    @Message("Support")
    String role_support();

    @Message("Owner")
    String role_merchant_owner();

    @Message("Manager")
    String role_merchant_manager();

    @Message("Set up tenants, their limits and their first administrators.")
    String can_operator();

    @Message("Let colleagues in, see every merchant and every till of your organisation.")
    String can_acquirer_admin();

    @Message("Review applications, ask for what is missing, approve or refuse.")
    String can_underwriter();

    @Message("See what was stopped and why, and decide what is held for review.")
    String can_risk_analyst();

    @Message("Follow the money: ledger, settlement and payouts, released by two people.")
    String can_finance();

    @Message("Find a merchant, a till or a sale by any number, and see what happened in order.")
    String can_support();

    @Message("Apply, add stores, products and tills, let managers in, and refund a sale.")
    String can_merchant_owner();

    @Message("Run the stores day to day: products, prices, stock and tills.")
    String can_merchant_manager();

    @Message("There is no such portal")
    String not_found();

    @Message("Check the address: after /portal/ comes the short name of your bank or payment company.")
    String not_found_about();

    @Message("This page does not exist")
    String page_missing();

    @Message("The address may be mistyped, or the page has moved. Nothing was lost.")
    String page_missing_about();

    @Message("You have no role here yet")
    String forbidden();

    @Message(
            "You are signed in, but nobody has said what you may do here. Ask your administrator for a role, then sign in "
                    + "again.")
    String forbidden_about();

    @Message("Your organisation is suspended")
    String suspended();

    @Message("Nobody of it can work here now. Nothing was lost. Ask whoever runs this platform.")
    String suspended_about();

    @Message("This page is for other roles")
    String not_yours();

    @Message("You are signed in as {username} ({roles}). That opens {face}, and not this page. Nothing was changed.")
    String not_yours_about(String username, String roles, String face);

    @Message("Open {face}")
    String to_face(String face);

    @Message("The file is too large")
    String too_large();

    @Message("A file holds {limit} at most, so nothing of it was taken. Go back to the form and choose a smaller one.")
    String too_large_about(String limit);

    @Message("Back to the form")
    String to_form();

    @Message("{sent} of {all} sent")
    String upload_sent(String sent, String all);

    @Message("All of it is sent. It is being looked at.")
    String upload_read();

    @Message("This file has {size}: {limit} at most. Choose a smaller one.")
    String upload_too_large(String size, String limit);

    @Message("The connection broke, and nothing was taken. Your form is as you left it: send it again.")
    String upload_broken();

    @Message("Sending was stopped. Nothing was taken.")
    String upload_stopped();

    @Message("Stop sending")
    String upload_stop();

    @Message("Sign in as somebody else")
    String sign_in_as_other();

    @Message("Please sign in again")
    String session_ended();

    @Message("Your session has ended, or signing in was interrupted. Nothing that you saved was lost.")
    String session_ended_about();

    @Message("Sign in")
    String sign_in();

    @Message("You are signed out")
    String signed_out();

    @Message("You can close this window.")
    String signed_out_about();

    @Message("Sign in again")
    String sign_in_again();

    @Message("This is not working right now")
    String unavailable();

    @Message("The fault is on our side. Nothing was lost, and nothing was paid twice. Please try again in a moment.")
    String unavailable_about();

    @Message("Try again")
    String try_again();

    @Message("That did not work")
    String refused();

    @Message(
            "The page was open for too long, or part of it was missing. Nothing was changed. Go back to the start and try "
                    + "once more.")
    String refused_about();

    @Message("Go to the start")
    String to_start();

    @Message("This form had been sent already. This is what came of it:")
    String sent_before();

    @Message("This form had been sent already, and its result is not known yet. Look before you send it again.")
    String sent_before_unknown();

    @Message("Appearance")
    String appearance();

    @Message("As the system")
    String scheme_auto();

    @Message("Light")
    String scheme_light();

    @Message("Dark")
    String scheme_dark();

    @Message("Places")
    String places();

    @Message("More")
    String more();

    @Message("You are here")
    String crumbs();

    @Message("Close")
    String close();

    @Message("Your menu")
    String menu();

    @Message("Updated {time}")
    String updated(String time);

    @Message("The figures were updated.")
    String live_updated();

    @Message("What you had typed is here again. Look it over and send it.")
    String typed_again();

    @Message("Show the numbers")
    String show_numbers();

    @Message("If it goes on, give this reference to support:")
    String reference();
}
