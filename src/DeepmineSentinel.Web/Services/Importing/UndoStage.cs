namespace DeepmineSentinel.Web.Services.Importing;

/// <summary>How far an undo that somebody asked for has come.</summary>
public enum UndoStage
{
    /// <summary>Another one is at work before it.</summary>
    Waiting,

    /// <summary>It is at work; nothing is kept of it before its end.</summary>
    Running,

    /// <summary>It could not be done, and nothing was changed.</summary>
    Failed,

    /// <summary>The site ended before it did, and nothing was changed.</summary>
    Lost,
}
