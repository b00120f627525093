namespace Dunning.Core.Correspondence;

/// <summary>What must hold of the facts and the conversation for a clause to be chosen. In files: snake_case.</summary>
public enum Condition
{
    /// <summary>Nothing was ever sent about this account.</summary>
    FirstContact,

    /// <summary>We wrote before.</summary>
    FollowUp,

    /// <summary>The customer pays reliably as a rule.</summary>
    GoodPayer,

    /// <summary>The last message came from the customer, and no question is open.</summary>
    CustomerSpokeLast,

    /// <summary>A reminder of ours has had no answer.</summary>
    WeSpokeLast,

    /// <summary>Two reminders of ours or more have had no answer.</summary>
    SeveralUnanswered,

    /// <summary>The account was written to before, but never to this person.</summary>
    NewContact,

    /// <summary>The contact was away when we last wrote and is back.</summary>
    ContactBack,

    /// <summary>An open objection this mail does not itself answer.</summary>
    QuestionDispute,

    /// <summary>An open request for documents this mail does not itself answer.</summary>
    QuestionDocument,

    /// <summary>An open request for more time or instalments.</summary>
    QuestionTerms,

    /// <summary>An open message about a payment made.</summary>
    QuestionPayment,

    /// <summary>A payment made was searched for and not found.</summary>
    PaymentNotFound,

    /// <summary>Any other open question.</summary>
    QuestionOther,

    /// <summary>Some invoices are disputed and therefore paused.</summary>
    DisputePaused,

    /// <summary>Of some listed invoices a part is disputed, so that their lines show the rest.</summary>
    DisputePart,

    /// <summary>A dispute about invoices listed again was closed.</summary>
    DisputeResolved,

    /// <summary>A part payment is in the ledger and in the facts.</summary>
    PartPayment,

    /// <summary>The last promise was not kept at all.</summary>
    PromiseBroken,

    /// <summary>The last promise was kept, and nobody thanked for it yet.</summary>
    PromiseKept,

    /// <summary>The last promise was kept in part.</summary>
    PromisePartlyKept,

    /// <summary>A promise for other invoices than those listed still runs.</summary>
    PromiseOpen,

    /// <summary>Copies of listed invoices were sent before.</summary>
    DocumentsSent,

    /// <summary>Copies of listed invoices go along with this mail.</summary>
    CopiesAttached,

    /// <summary>There are credits not yet applied.</summary>
    Credits,

    /// <summary>More than one line is listed.</summary>
    SeveralInvoices,

    /// <summary>At most three invoice numbers are listed.</summary>
    FewInvoices,

    /// <summary>Invoices are listed in this mail.</summary>
    BalanceOpen,

    /// <summary>The mail goes out without a person having approved it.</summary>
    Automatic,
}
