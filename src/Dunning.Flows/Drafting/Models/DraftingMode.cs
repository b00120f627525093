namespace Dunning.Flows.Drafting.Models;

/// <summary>What a language model may do for a draft.</summary>
public enum DraftingMode
{
    /// <summary>Nothing: the composer writes.</summary>
    Off,

    /// <summary>It chooses among the clauses the composer would.</summary>
    Plan,

    /// <summary>It words the mail where a person approves every message; anywhere else as <see cref="Plan"/>.</summary>
    Prose,
}
