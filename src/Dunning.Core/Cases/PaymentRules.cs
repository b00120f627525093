namespace Dunning.Core.Cases;

/// <summary>What follows when less arrived than was due.</summary>
internal static class PaymentRules
{
    /// <summary>A customer we chased is thanked and told what is still open; others find it in their next statement.</summary>
    public static Decision Short(CaseEvent.PaymentShort payment, Consequences then)
    {
        var view = then.View;
        if (view.Case.Status != CaseStatus.Active) return then.Finish("less arrived than was due; the case is not the agent's to act on");
        if (view.Case.Level == 0) return then.Finish("less arrived than was due on invoices nobody has been reminded of");
        if (payment.Missing <= then.Policy.Promises.Tolerance(payment.Received + payment.Missing, view.Case.Account.Currency)) return then.Finish("what is missing is within tolerance");
        if (view.Claims.Any(claim => claim.InvoiceIds.Any(payment.InvoiceIds.Contains))) return then.Finish("a payment claim on these invoices is answered with what is still open");
        var rest = view.Items.Where(item => payment.InvoiceIds.Contains(item.InvoiceId) && item.IsOverdue(then.Today)).Sum(item => item.Residual);
        if (rest <= 0) return then.Finish("nothing is overdue on the invoices the payment was for");
        then.Because($"{payment.Missing} {view.Case.Account.Currency} less arrived than was due");
        then.Plan(Touch.PaymentCause(payment.PaymentId), Purpose.ShortPay, null);
        return then.Finish("less arrived than was due");
    }
}
