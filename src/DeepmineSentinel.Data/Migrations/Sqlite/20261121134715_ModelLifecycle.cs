using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DeepmineSentinel.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ModelLifecycle : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "ArchivedAt",
                table: "ModelVersions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ArchivedBy",
                table: "ModelVersions",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ArchivedReason",
                table: "ModelVersions",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ParentRunId",
                table: "ModelVersions",
                type: "TEXT",
                maxLength: 24,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Pinned",
                table: "ModelVersions",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "ModelPointerMoves",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    RunId = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    PreviousRunId = table.Column<string>(type: "TEXT", maxLength: 24, nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    GatePassed = table.Column<bool>(type: "INTEGER", nullable: true),
                    GateReasons = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ModelPointerMoves", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ModelPointerMoves_RunId",
                table: "ModelPointerMoves",
                column: "RunId");

            migrationBuilder.CreateIndex(
                name: "IX_ModelPointerMoves_Sequence",
                table: "ModelPointerMoves",
                column: "Sequence",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ModelPointerMoves");

            migrationBuilder.DropColumn(
                name: "ArchivedAt",
                table: "ModelVersions");

            migrationBuilder.DropColumn(
                name: "ArchivedBy",
                table: "ModelVersions");

            migrationBuilder.DropColumn(
                name: "ArchivedReason",
                table: "ModelVersions");

            migrationBuilder.DropColumn(
                name: "ParentRunId",
                table: "ModelVersions");

            migrationBuilder.DropColumn(
                name: "Pinned",
                table: "ModelVersions");
        }
    }
}
